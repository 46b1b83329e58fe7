package com.contoso.tollbooth.usage.split;

import com.contoso.tollbooth.usage.DayFile;
import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.StoredFile;
import com.contoso.tollbooth.usage.Totals;
import com.contoso.tollbooth.usage.UsageFiles;
import com.contoso.tollbooth.usage.split.SplitOutcome.Split;
import java.io.Closeable;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The day files of one report while they are written; nobody sees any before the commit. */
final class DaySplit implements Elements, Closeable {
  private static final int RUN_DATE = 8;

  private final UsageFiles files;
  private final Fetch fetch;
  private final int maxLineBytes;
  private final RejectedLines rejects;
  private final BackgroundWriter background = new BackgroundWriter();
  private final @Nullable DayWriter[] days;
  private final long[] rejectedOfDay;
  private final Tally whole = new Tally();
  private final Tally rejected = new Tally();
  private long rejectedOfNoDay;
  private boolean inLong;

  DaySplit(UsageFiles files, Fetch fetch, int maxLineBytes) {
    this.files = files;
    this.fetch = fetch;
    this.maxLineBytes = maxLineBytes;
    this.rejects = new RejectedLines(files, new ReportNames(fetch).errors());
    this.days = new DayWriter[fetch.month().lengthOfMonth()];
    this.rejectedOfDay = new long[days.length];
  }

  @Override
  public void element(LineFacts facts, byte[] text, int from, int to) throws IOException {
    if (to - from > maxLineBytes) {
      longPart(facts.number(), text, from, to);
      longEnd(facts);
      return;
    }
    facts.addTo(whole);
    String fault = fault(facts);
    LocalDate day = facts.day();
    if (fault == null && day != null) {
      writer(day).line(facts, text, from, to);
    } else {
      rejects.begin(facts.number(), String.valueOf(fault));
      rejects.part(text, from, to);
      rejects.end();
      countRejected(facts);
    }
  }

  private @Nullable String fault(LineFacts facts) {
    String fault = facts.fault();
    LocalDate day = facts.day();
    if (fault == null && day != null && !inMonth(day)) {
      return "the day " + day + " is not in " + fetch.month();
    }
    return fault;
  }

  @Override
  public void longPart(long number, byte[] text, int from, int to) throws IOException {
    if (!inLong) {
      inLong = true;
      rejects.begin(number, "it is longer than " + maxLineBytes + " bytes");
    }
    rejects.part(text, from, to);
  }

  @Override
  public void longEnd(LineFacts facts) throws IOException {
    inLong = false;
    rejects.end();
    facts.addTo(whole);
    countRejected(facts);
  }

  private void countRejected(LineFacts facts) {
    facts.addTo(rejected);
    LocalDate day = facts.day();
    if (day == null) {
      rejectedOfNoDay++;
    } else if (inMonth(day)) {
      rejectedOfDay[day.getDayOfMonth() - 1]++;
    }
  }

  private boolean inMonth(LocalDate day) {
    return day.getYear() == fetch.month().getYear() && day.getMonth() == fetch.month().getMonth();
  }

  private DayWriter writer(LocalDate day) throws IOException {
    int place = day.getDayOfMonth() - 1;
    DayWriter writer = days[place];
    if (writer == null) {
      writer = new DayWriter(files, DayFile.nameOf(fetch.enrollment(), day), background);
      days[place] = writer;
    }
    return writer;
  }

  /** Makes everything seen, day by day; done again, it ends the same. */
  Split commit() throws IOException {
    Totals parts = rejected.totals();
    for (int day = 1; day <= days.length; day++) {
      DayWriter writer = days[day - 1];
      parts = writer == null ? parts : parts.plus(writer.totals());
    }
    if (!parts.equals(whole.totals())) {
      throw new IllegalStateException(
          "the parts of " + fetch.rawName() + " sum to " + parts + ", not " + whole.totals());
    }
    finishDays();
    String errorsName = rejects.commit();
    List<LocalDate> outdated = new ArrayList<>();
    List<DayFile> done = commitDays(outdated);
    return new Split(fetch, done, outdated, whole.totals(), rejects.count(), errorsName);
  }

  /** A day that is over or at hand has a file even if it has no lines, which retires its lines. */
  private void finishDays() throws IOException {
    LocalDate today = runDay();
    for (int number = 1; number <= days.length; number++) {
      LocalDate day = fetch.month().atDay(number);
      if (days[number - 1] != null || !day.isAfter(today)) {
        writer(day).finish();
      }
    }
    background.await();
  }

  /** A day that a newer report was split for keeps that one's file. */
  private List<DayFile> commitDays(List<LocalDate> outdated) throws IOException {
    List<DayFile> done = new ArrayList<>();
    for (int place = 0; place < days.length; place++) {
      DayWriter writer = days[place];
      if (writer != null) {
        LocalDate day = fetch.month().atDay(place + 1);
        long missing = rejectedOfDay[place] + rejectedOfNoDay;
        Optional<StoredFile> file = writer.commit(fetch.run());
        file.ifPresentOrElse(
            stored -> done.add(new DayFile(fetch, day, stored, writer.totals(), missing)),
            () -> outdated.add(day));
      }
    }
    return done;
  }

  private LocalDate runDay() {
    return LocalDate.parse(
        fetch.run().value().substring(0, RUN_DATE), DateTimeFormatter.BASIC_ISO_DATE);
  }

  @Override
  public void close() throws IOException {
    background.close();
    rejects.close();
    for (DayWriter writer : days) {
      if (writer != null) {
        writer.close();
      }
    }
  }
}
