package com.contoso.tollbooth.azure.usage;

import static java.util.Comparator.comparing;

import com.contoso.tollbooth.azure.items.Item;
import com.contoso.tollbooth.azure.items.Items;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.JobLog;
import com.contoso.tollbooth.usage.JobRecord;
import com.contoso.tollbooth.usage.RunId;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One item for each record. */
public final class CosmosJobLog implements JobLog {
  private static final Comparator<JobRecord> IN_ORDER =
      comparing(JobRecord::started).thenComparing(JobRecord::id);

  private final Items items;

  public CosmosJobLog(UsageStore store) {
    items = store.jobLog();
  }

  @Override
  public void put(JobRecord entry) {
    items.upsert(JobItems.item(entry), JobItems.partition(entry));
  }

  @Override
  public boolean putIfAbsent(JobRecord entry) {
    return items.claim(JobItems.item(entry), JobItems.partition(entry));
  }

  @Override
  public List<JobRecord> newest(@Nullable EnrollmentNumber enrollment, int limit) {
    return enrollment == null
        ? records(items.query("SELECT * FROM c ORDER BY c.sequence DESC", Map.of(), limit))
        : records(
            items.query(
                "SELECT * FROM c WHERE c.enrollment = @enrollment ORDER BY c.sequence DESC",
                Map.of("enrollment", enrollment.value()),
                limit));
  }

  @Override
  public List<JobRecord> run(EnrollmentNumber enrollment, YearMonth month, RunId run) {
    return records(
            items.first(
                JobItems.partition(enrollment, month),
                "SELECT * FROM c WHERE c.run = @run",
                Map.of("run", run.value()),
                Integer.MAX_VALUE))
        .stream()
        .sorted(IN_ORDER)
        .toList();
  }

  /** Few, whatever the age of the log: only a claim that has not ended has the element. */
  @Override
  public List<JobRecord> unended() {
    return records(
            items.query("SELECT * FROM c WHERE c.unended = true", Map.of(), Integer.MAX_VALUE))
        .stream()
        .sorted(IN_ORDER)
        .toList();
  }

  @Override
  public List<JobRecord> decisions(EnrollmentNumber enrollment, YearMonth month, int limit) {
    return records(
        items.first(
            JobItems.partition(enrollment, month),
            "SELECT * FROM c WHERE c.step = @step ORDER BY c.sequence DESC",
            Map.of("step", JobRecord.Step.CONTROL.name()),
            limit));
  }

  private static List<JobRecord> records(List<Item> items) {
    return items.stream().map(JobItems::entry).toList();
  }
}
