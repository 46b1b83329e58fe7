package com.contoso.tollbooth.azure.usage;

import com.azure.cosmos.CosmosDatabase;
import com.contoso.tollbooth.azure.items.Items;
import com.contoso.tollbooth.azure.items.RequestBudget;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/** The containers of the usage pipeline. */
public final class UsageStore {
  public static final String ENROLLMENTS = "Enrollments";
  public static final String JOB_LOG = "JobLog";
  public static final String USAGE = "DetailedUsageData";

  /**
   * The elements of a line's {@code dimensions} by which lines are found, so infra indexes them.
   */
  public static final List<String> FOUND_BY =
      List.of("costCenter", "department", "resourceGroup", "service", "basis");

  private final Items enrollments;
  private final Items jobLog;
  private final Items written;
  private final Items read;
  private final RequestBudget budget;

  /**
   * @param meters where each call reports its request charge
   * @param budget what applying days to the ledger may spend; readers are not held up by it
   */
  public UsageStore(CosmosDatabase database, MeterRegistry meters, RequestBudget budget) {
    enrollments = new Items(database.getContainer(ENROLLMENTS), meters);
    jobLog = new Items(database.getContainer(JOB_LOG), meters);
    written = new Items(database.getContainer(USAGE), meters, budget);
    read = new Items(database.getContainer(USAGE), meters);
    this.budget = budget;
  }

  Items enrollments() {
    return enrollments;
  }

  Items jobLog() {
    return jobLog;
  }

  /** For those that apply days. */
  Items ledger() {
    return written;
  }

  /** For those that wait for an answer. */
  Items ledgerReads() {
    return read;
  }

  RequestBudget budget() {
    return budget;
  }
}
