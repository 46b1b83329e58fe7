package com.contoso.tollbooth.usage.split;

import com.contoso.tollbooth.usage.DayFile;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.MemoryUsageFiles;
import com.contoso.tollbooth.usage.RawReport;
import com.contoso.tollbooth.usage.RunId;
import com.contoso.tollbooth.usage.StoredFile;
import com.contoso.tollbooth.usage.UsageFiles;
import com.contoso.tollbooth.usage.UsageFolder;
import com.contoso.tollbooth.usage.UsageLine;
import com.contoso.tollbooth.usage.split.SplitOutcome.Split;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** A store with a report in it, and the functions under test. */
final class SplitTestbed {
  static final RunId RUN = new RunId("20260405T041500123Z");
  static final RunId LATER = new RunId("20260406T041500123Z");
  static final Fetch MARCH = new Fetch(new EnrollmentNumber("100-200"), YearMonth.of(2026, 3), RUN);
  static final ReportNames NAMES = new ReportNames(MARCH);

  final UsageFiles files;
  final SplitSettings settings;

  SplitTestbed(UsageFiles files, int maxLineBytes) {
    this.files = files;
    this.settings = new SplitSettings(maxLineBytes);
  }

  SplitTestbed() {
    this(new MemoryUsageFiles(), 1 << 20);
  }

  /** An element in the legacy form with those values as they stand in JSON. */
  static String line(String date, String quantity, String cost) {
    return """
        {"SubscriptionGuid":"2b9c","Date":"%s","ConsumedQuantity":%s,"ExtendedCost":%s}"""
        .formatted(date, quantity, cost);
  }

  SplitOutcome split(String report) {
    return split(report.getBytes(StandardCharsets.UTF_8));
  }

  SplitOutcome split(byte[] report) {
    return split(MARCH, report);
  }

  SplitOutcome split(Fetch fetch, byte[] report) {
    return splitUsage()
        .apply(new RawReport(fetch, put(UsageFolder.NEW_DAILY_USAGE, fetch.rawName(), report)));
  }

  SplitUsage splitUsage() {
    return new SplitUsage(files, settings);
  }

  RawReport redrive(String errorsName, RunId run) {
    return new RedriveReport(files, settings).apply(new RedriveUsage(errorsName, run));
  }

  StoredFile put(UsageFolder folder, String name, byte[] bytes) {
    try (UsageFiles.NewFile file = files.create(folder, name)) {
      file.out().write(bytes);
      return file.commit();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text(UsageFolder folder, String name) {
    try (InputStream in = files.open(folder, name).orElseThrow()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String errors() {
    return text(UsageFolder.ERRORS, NAMES.errors());
  }

  /** The day's file as text. */
  String day(int day) {
    return text(
        UsageFolder.NEW_DAILY_SPLIT, DayFile.nameOf(MARCH.enrollment(), MARCH.month().atDay(day)));
  }

  List<UsageLine> lines(DayFile file) {
    List<UsageLine> lines = new ArrayList<>();
    try {
      new ReadDayFile(files).apply(file).forEach(lines::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }

  /** Every line of every day. */
  List<UsageLine> lines(SplitOutcome outcome) {
    return ((Split) outcome).days().stream().flatMap(day -> lines(day).stream()).toList();
  }

  /** All files and what is in them. */
  List<String> everything() {
    List<String> all = new ArrayList<>();
    try {
      for (UsageFolder folder : UsageFolder.values()) {
        for (StoredFile file : files.list(folder, "")) {
          all.add(folder + " " + file + " " + text(folder, file.name()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }
}
