package com.contoso.tollbooth.usage.split;

import com.contoso.tollbooth.usage.DayFile;
import com.contoso.tollbooth.usage.StoredFile;
import com.contoso.tollbooth.usage.UsageDay;
import com.contoso.tollbooth.usage.UsageFiles;
import com.contoso.tollbooth.usage.UsageFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/** Finds the file of a day in the newest report that was split. */
record FindDayFile(UsageFiles files) implements Function<UsageDay, Optional<DayFile>> {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** A run's name is of one length, so that a longer number which ends the same is another's. */
  private static final int RUN = "20260301T041500123Z-".length();

  @Override
  public Optional<DayFile> apply(UsageDay day) {
    try {
      Optional<StoredFile> newest = newest(day);
      return newest.isEmpty() ? Optional.empty() : find(day, newest.get().name());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<StoredFile> newest(UsageDay day) throws IOException {
    String ending = day.enrollment() + "-" + YearMonth.from(day.day()) + "-usage-split.json";
    return files.list(UsageFolder.NEW_DAILY_SPLIT, "").stream()
        .filter(file -> file.name().endsWith(ending))
        .filter(file -> file.name().length() == RUN + ending.length())
        .max(Comparator.comparing(StoredFile::name));
  }

  private Optional<DayFile> find(UsageDay day, String manifest) throws IOException {
    Optional<InputStream> found = files.open(UsageFolder.NEW_DAILY_SPLIT, manifest);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = found.get()) {
      return JSON.readValue(in, SplitOutcome.Split.class).days().stream()
          .filter(file -> file.day().equals(day.day()))
          .findFirst();
    }
  }
}
