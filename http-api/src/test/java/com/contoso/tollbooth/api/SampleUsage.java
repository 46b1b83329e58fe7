package com.contoso.tollbooth.api;

import com.contoso.tollbooth.usage.AccessKey;
import com.contoso.tollbooth.usage.DayFile;
import com.contoso.tollbooth.usage.Enrollment;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.Enrollments;
import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.JobLog;
import com.contoso.tollbooth.usage.JobRecord;
import com.contoso.tollbooth.usage.RunId;
import com.contoso.tollbooth.usage.StoredFile;
import com.contoso.tollbooth.usage.SubscriptionId;
import com.contoso.tollbooth.usage.Totals;
import com.contoso.tollbooth.usage.UsageFiles;
import com.contoso.tollbooth.usage.UsageFolder;
import com.contoso.tollbooth.usage.UsageLine;
import com.contoso.tollbooth.usage.ledger.DayRevision;
import com.contoso.tollbooth.usage.ledger.LedgerMonth;
import com.contoso.tollbooth.usage.ledger.MonthState;
import com.contoso.tollbooth.usage.ledger.RateCard;
import com.contoso.tollbooth.usage.ledger.UsageLedger;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Three enrollments' usage from December 2025 to 18 February 2026, the same each time: {@code 100}
 * and {@code 200} in euros, {@code 300} in dollars.
 */
public record SampleUsage(
    UsageLedger ledger, Enrollments enrollments, JobLog jobLog, UsageFiles files) {
  public static final String REJECTED = "20260218T041500123Z-300-2026-02-usage-lines.ndjson";
  public static final LocalDate LAST = LocalDate.of(2026, 2, 18);
  static final YearMonth JANUARY = YearMonth.of(2026, 1);
  static final YearMonth FEBRUARY = YearMonth.of(2026, 2);

  private static final List<String> TEAMS =
      List.of("tolling", "billing", "platform", "analytics", "web", "hub");

  private static final List<String> SERVICES =
      List.of("Virtual Machines", "Storage", "Functions", "Azure Cosmos DB", "Bandwidth");

  public void enter() throws IOException {
    for (String number : List.of("100", "200", "300")) {
      enrollments.put(
          new Enrollment(
              new EnrollmentNumber(number),
              "Contoso " + number + ", a company whose name is longer than a phone is wide",
              new AccessKey.Plain("secret-of-" + number),
              Enrollment.ReportSource.COST_DETAILS,
              !number.equals("200"),
              false,
              Map.of()));
      month(number, JANUARY.minusMonths(1), MonthState.CLOSED, LocalDate.of(2025, 12, 31));
      month(number, JANUARY, MonthState.CLOSED, JANUARY.atEndOfMonth());
      month(number, FEBRUARY, MonthState.OPEN, LAST);
    }
    try (UsageFiles.NewFile file = files.create(UsageFolder.ERRORS, REJECTED)) {
      file.out()
          .write(
              "{\"line\":17,\"reason\":\"32 January is no day\",\"text\":\"{}\"}\n"
                  .getBytes(StandardCharsets.UTF_8));
      file.commit();
    }
  }

  /** Takes a line of a day of January, which is closed, from enrollment {@code 100}. */
  public void restate() throws IOException {
    LocalDate day = JANUARY.atEndOfMonth();
    var fetch = new Fetch(new EnrollmentNumber("100"), JANUARY, new RunId("20260214T041500123Z"));
    List<UsageLine> lines = lines("100", day);
    apply(fetch, day, lines.subList(0, lines.size() - 1));
  }

  private void month(String number, YearMonth month, MonthState state, LocalDate last)
      throws IOException {
    var enrollment = new EnrollmentNumber(number);
    Instant at = last.plusDays(1).atTime(4, 15).toInstant(ZoneOffset.UTC);
    var fetch = new Fetch(enrollment, month, RunId.at(at));
    step(fetch, JobRecord.Step.CONTROL, null, at, 9, 4_242, null);
    step(fetch, JobRecord.Step.RETRIEVE, null, at.plusMillis(20), 2, 0, null);
    step(fetch, JobRecord.Step.SPLIT, null, at.plusMillis(2_100), 1, 4_242, null);
    for (LocalDate day = month.atDay(1); !day.isAfter(last); day = day.plusDays(1)) {
      List<UsageLine> lines = lines(number, day);
      var file =
          new DayFile(
              fetch,
              day,
              new StoredFile(DayFile.nameOf(enrollment, day), 4_096, "0".repeat(64)),
              lines.stream()
                  .map(line -> Totals.of(line.charge()))
                  .reduce(Totals.NONE, Totals::plus),
              0);
      ledger.apply(new DayRevision(file, lines::forEach, RateCard.NONE));
      step(fetch, JobRecord.Step.PROCESS, day, at.plusSeconds(4), 1, lines.size(), null);
    }
    step(fetch, JobRecord.Step.CLOSE, null, at.plusSeconds(8), 1, 0, "the month is " + state);
    ledger.settle(new LedgerMonth(enrollment, month, state, at));
  }

  private void apply(Fetch fetch, LocalDate day, List<UsageLine> lines) throws IOException {
    var file =
        new DayFile(
            fetch,
            day,
            new StoredFile(DayFile.nameOf(fetch.enrollment(), day), 4_096, "0".repeat(64)),
            lines.stream().map(line -> Totals.of(line.charge())).reduce(Totals.NONE, Totals::plus),
            0);
    ledger.apply(new DayRevision(file, lines::forEach, RateCard.NONE));
  }

  private void step(
      Fetch fetch,
      JobRecord.Step step,
      LocalDate day,
      Instant at,
      int seconds,
      long lines,
      String reason) {
    jobLog.put(
        new JobRecord(
            fetch.enrollment() + "/" + fetch.month() + "/" + fetch.run() + "/" + step + "/" + day,
            fetch,
            step,
            day,
            at,
            at.plus(Duration.ofSeconds(seconds)),
            JobRecord.Outcome.DONE,
            lines,
            lines / 3,
            lines * 700,
            null,
            reason));
  }

  /** Less at the weekend; the second Tuesday of February costs team {@code web} far too much. */
  private static List<UsageLine> lines(String enrollment, LocalDate day) {
    var random = new Random(31L * day.toEpochDay() + enrollment.hashCode());
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    var lines = new ArrayList<UsageLine>();
    for (String team : TEAMS) {
      for (String service : SERVICES) {
        for (int n = 0; n < 2; n++) {
          double factor = weekend ? 0.6 : 1;
          if (team.equals("web") && day.equals(LocalDate.of(2026, 2, 10))) {
            factor = 9;
          }
          double cost = factor * (1 + service.length() / 4.0) * (0.8 + 0.4 * random.nextDouble());
          lines.add(line(enrollment, day, team, service, n, BigDecimal.valueOf(cost)));
        }
      }
    }
    return lines;
  }

  private static UsageLine line(
      String enrollment, LocalDate day, String team, String service, int n, BigDecimal cost) {
    String subscription = "sub-" + enrollment + "-" + team;
    String group = "rg-" + team + "-" + (n == 0 ? "prod" : "test");
    return new UsageLine(
        new SubscriptionId(subscription),
        "Contoso " + team + " " + enrollment,
        day,
        new UsageLine.Meter(
            "meter-" + Integer.toHexString(service.hashCode()),
            service + " unit",
            service,
            "",
            "",
            "1"),
        new UsageLine.Resource(
            "/subscriptions/" + subscription + "/resourceGroups/" + group + "/providers/x/" + n,
            group,
            "EU West",
            "Microsoft.X"),
        new UsageLine.Owner(
            team.equals("hub") ? "" : "CC-" + team, team.equals("hub") ? "" : "D-1", "Anna"),
        new UsageLine.Charge(
            BigDecimal.ONE,
            null,
            team.equals("analytics") && n == 1 && service.equals("Bandwidth") ? null : cost,
            enrollment.equals("300") ? "USD" : "EUR"),
        team.equals("tolling") ? Map.of("system", "tollbooth") : Map.of(),
        Map.of());
  }
}
