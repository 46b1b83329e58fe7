package com.contoso.tollbooth.usage;

import static java.util.Comparator.comparing;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A job log for tests. */
public final class MemoryJobLog implements JobLog {
  private final ConcurrentHashMap<String, JobRecord> entries = new ConcurrentHashMap<>();

  @Override
  public void put(JobRecord entry) {
    entries.put(entry.id(), entry);
  }

  @Override
  public boolean putIfAbsent(JobRecord entry) {
    return entries.putIfAbsent(entry.id(), entry) == null;
  }

  @Override
  public List<JobRecord> newest(@Nullable EnrollmentNumber enrollment, int limit) {
    return sorted(order().reversed())
        .filter(each -> enrollment == null || each.fetch().enrollment().equals(enrollment))
        .limit(limit)
        .toList();
  }

  @Override
  public List<JobRecord> run(EnrollmentNumber enrollment, YearMonth month, RunId run) {
    var fetch = new Fetch(enrollment, month, run);
    return sorted(order()).filter(each -> each.fetch().equals(fetch)).toList();
  }

  @Override
  public List<JobRecord> decisions(EnrollmentNumber enrollment, YearMonth month, int limit) {
    return newest(enrollment, Integer.MAX_VALUE).stream()
        .filter(each -> each.month().equals(month) && each.step() == JobRecord.Step.CONTROL)
        .limit(limit)
        .toList();
  }

  @Override
  public List<JobRecord> unended() {
    return sorted(order())
        .filter(each -> each.step() == JobRecord.Step.CONTROL && each.ended() == null)
        .toList();
  }

  private Stream<JobRecord> sorted(Comparator<JobRecord> order) {
    return entries.values().stream().sorted(order);
  }

  private static Comparator<JobRecord> order() {
    return comparing(JobRecord::started).thenComparing(JobRecord::id);
  }
}
