package com.contoso.tollbooth.usage.split;

import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.MemoryUsageFiles;
import com.contoso.tollbooth.usage.RawReport;
import com.contoso.tollbooth.usage.RunId;
import com.contoso.tollbooth.usage.UsageDay;
import com.contoso.tollbooth.usage.UsageFiles;
import com.contoso.tollbooth.usage.UsageFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class FindDayFileTests {
  private static final YearMonth MONTH = YearMonth.of(2026, 2);
  private static final LocalDate DAY = MONTH.atDay(3);

  private final UsageFiles files = new MemoryUsageFiles();
  private final FindDayFile findDayFile = new FindDayFile(files);

  @Test
  void findsTheDayOfTheNewestReportOfItsEnrollment() throws IOException {
    split("7", "2026-02-10T04:00:00Z");
    Fetch newest = split("7", "2026-02-11T04:00:00Z");
    split("1-7", "2026-02-12T04:00:00Z");

    assertThat(findDayFile.apply(new UsageDay(newest.enrollment(), DAY)))
        .hasValueSatisfying(
            file -> {
              assertThat(file.fetch()).isEqualTo(newest);
              assertThat(file.day()).isEqualTo(DAY);
            });
  }

  @Test
  void findsNothingWhereNothingWasSplit() throws IOException {
    split("7", "2026-02-10T04:00:00Z");

    assertThat(findDayFile.apply(new UsageDay(new EnrollmentNumber("8"), DAY))).isEmpty();
    assertThat(findDayFile.apply(new UsageDay(new EnrollmentNumber("7"), DAY.plusMonths(1))))
        .isEmpty();
  }

  private Fetch split(String enrollment, String at) throws IOException {
    var fetch = new Fetch(new EnrollmentNumber(enrollment), MONTH, RunId.at(Instant.parse(at)));
    try (UsageFiles.NewFile raw = files.create(UsageFolder.NEW_DAILY_USAGE, fetch.rawName())) {
      raw.out().write("[]".getBytes(StandardCharsets.UTF_8));
      var report = new RawReport(fetch, raw.commit());
      assertThat(new SplitUsage(files, new SplitSettings(1 << 20)).apply(report))
          .isInstanceOf(SplitOutcome.Split.class);
    }
    return fetch;
  }
}
