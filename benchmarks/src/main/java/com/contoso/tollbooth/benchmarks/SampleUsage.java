package com.contoso.tollbooth.benchmarks;

import com.contoso.tollbooth.usage.DayFile;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.RunId;
import com.contoso.tollbooth.usage.StoredFile;
import com.contoso.tollbooth.usage.SubscriptionId;
import com.contoso.tollbooth.usage.Totals;
import com.contoso.tollbooth.usage.UsageLine;
import com.contoso.tollbooth.usage.ledger.DayRevision;
import com.contoso.tollbooth.usage.ledger.RateCard;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Days of usage lines with as many elements as a legacy report has, eleven to a rollup. */
final class SampleUsage {
  static final EnrollmentNumber ENROLLMENT = new EnrollmentNumber("100");
  static final int SUBSCRIPTIONS = 25;
  private static final int PER_ROLLUP = 11;
  private static final int METERS = 200;

  private SampleUsage() {}

  /**
   * A day's lines.
   *
   * @param changed of each hundred, how many have another quantity than in revision 0
   */
  static List<UsageLine> day(LocalDate day, int lines, int changed) {
    return IntStream.range(0, lines).mapToObj(n -> line(day, n, n % 100 < changed)).toList();
  }

  static DayRevision revision(int run, LocalDate day, List<UsageLine> lines) {
    return revision(ENROLLMENT, run, day, lines);
  }

  static DayRevision revision(
      EnrollmentNumber enrollment, int run, LocalDate day, List<UsageLine> lines) {
    Totals totals =
        lines.stream().map(line -> Totals.of(line.charge())).reduce(Totals.NONE, Totals::plus);
    RunId id = RunId.at(Instant.parse("2026-03-01T04:00:00Z").plusSeconds(run));
    var fetch = new Fetch(enrollment, YearMonth.from(day), id);
    var file = new StoredFile(DayFile.nameOf(enrollment, day), 0, "");
    return new DayRevision(new DayFile(fetch, day, file, totals, 0), lines::forEach, RateCard.NONE);
  }

  /** NullAway does not see the annotations of a nested record in a class file. */
  @SuppressWarnings("NullAway")
  private static UsageLine line(LocalDate day, int n, boolean changed) {
    int group = n / PER_ROLLUP;
    int subscription = group % SUBSCRIPTIONS;
    String guid = "00000000-0000-4000-8000-%012d".formatted(subscription);
    BigDecimal quantity = BigDecimal.valueOf(1_000_003L * (n + 1) + (changed ? 1 : 0), 12);
    int meter = n % METERS;
    return new UsageLine(
        new SubscriptionId(guid),
        "Subscription " + subscription,
        day,
        new UsageLine.Meter(
            "a1b2c3d4-0000-4000-8000-%012d".formatted(meter),
            "Meter " + meter,
            group % 3 == 0 ? "Storage" : "Virtual Machines",
            "Tier " + meter % 7,
            "EU West",
            "1 Hour"),
        new UsageLine.Resource(
            "/subscriptions/" + guid + "/resourceGroups/rg-" + group + "/providers/x/y/vm-" + n,
            "rg-" + group,
            "westeurope",
            "Microsoft.Compute"),
        new UsageLine.Owner("cc-" + group % 40, "Department " + group % 8, "ana@example.com"),
        new UsageLine.Charge(
            quantity,
            BigDecimal.valueOf(12, 3),
            quantity.multiply(BigDecimal.valueOf(12, 3)),
            "EUR"),
        Map.of("env", group % 2 == 0 ? "prod" : "test", "app", "app-" + group % 30),
        Map.of(
            "AccountOwnerId", "ana@example.com",
            "ServiceInfo1", "",
            "AdditionalInfo", "{\"ImageType\":\"Canonical\",\"VCPUs\":2}",
            "StoreServiceIdentifier", "",
            "Product", "Virtual Machines Dv3 Series - D2 v3 - EU West"));
  }
}
