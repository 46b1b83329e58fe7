package com.contoso.tollbooth.usage.finance;

import com.contoso.tollbooth.usage.Cost;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.LedgerLine;
import com.contoso.tollbooth.usage.LineId;
import com.contoso.tollbooth.usage.RunId;
import com.contoso.tollbooth.usage.SubscriptionId;
import com.contoso.tollbooth.usage.UsageLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Lines of a ledger, one for each call of {@code to}. */
public record Lines(
    String enrollment,
    String subscription,
    LocalDate day,
    String costCenter,
    String department,
    String group,
    String service,
    Map<String, String> tags,
    String unit,
    String currency,
    Map<String, String> further) {
  public static final RunId RUN = new RunId("20260301T041500123Z");

  /** A virtual machine of cost centre CC-1 on 5 January 2026, in euros. */
  public static Lines line() {
    return new Lines(
        "100",
        "sub-1",
        LocalDate.of(2026, 1, 5),
        "CC-1",
        "Tolling",
        "rg-app",
        "Virtual Machines",
        Map.of(),
        "1 Hour",
        "EUR",
        Map.of());
  }

  public Lines enrollment(String value) {
    return new Lines(
        value,
        subscription,
        day,
        costCenter,
        department,
        group,
        service,
        tags,
        unit,
        currency,
        further);
  }

  public Lines subscription(String value) {
    return new Lines(
        enrollment,
        value,
        day,
        costCenter,
        department,
        group,
        service,
        tags,
        unit,
        currency,
        further);
  }

  public Lines day(LocalDate value) {
    return new Lines(
        enrollment,
        subscription,
        value,
        costCenter,
        department,
        group,
        service,
        tags,
        unit,
        currency,
        further);
  }

  public Lines costCenter(String value) {
    return new Lines(
        enrollment,
        subscription,
        day,
        value,
        department,
        group,
        service,
        tags,
        unit,
        currency,
        further);
  }

  public Lines department(String value) {
    return new Lines(
        enrollment,
        subscription,
        day,
        costCenter,
        value,
        group,
        service,
        tags,
        unit,
        currency,
        further);
  }

  public Lines group(String value) {
    return new Lines(
        enrollment,
        subscription,
        day,
        costCenter,
        department,
        value,
        service,
        tags,
        unit,
        currency,
        further);
  }

  public Lines service(String value) {
    return new Lines(
        enrollment,
        subscription,
        day,
        costCenter,
        department,
        group,
        value,
        tags,
        unit,
        currency,
        further);
  }

  public Lines tags(Map<String, String> value) {
    return new Lines(
        enrollment,
        subscription,
        day,
        costCenter,
        department,
        group,
        service,
        value,
        unit,
        currency,
        further);
  }

  public Lines unit(String value) {
    return new Lines(
        enrollment,
        subscription,
        day,
        costCenter,
        department,
        group,
        service,
        tags,
        value,
        currency,
        further);
  }

  public Lines currency(String value) {
    return new Lines(
        enrollment,
        subscription,
        day,
        costCenter,
        department,
        group,
        service,
        tags,
        unit,
        value,
        further);
  }

  public Lines further(Map<String, String> value) {
    return new Lines(
        enrollment,
        subscription,
        day,
        costCenter,
        department,
        group,
        service,
        tags,
        unit,
        currency,
        value);
  }

  public LedgerLine costs(String cost) {
    return to("1", cost, Cost.Basis.REPORTED);
  }

  public LedgerLine unrated() {
    return to("3", "0", Cost.Basis.UNRATED);
  }

  public LedgerLine to(String quantity, String cost, Cost.Basis basis) {
    var line =
        new UsageLine(
            new SubscriptionId(subscription),
            "Name of " + subscription,
            day,
            new UsageLine.Meter("meter-7", "D2s v5", service, "Dsv5 Series", "EU West", unit),
            new UsageLine.Resource(
                "/subscriptions/"
                    + subscription
                    + "/resourceGroups/"
                    + group
                    + "/providers/Microsoft.Compute/virtualMachines/vm-1",
                group,
                "EU West",
                "Microsoft.Compute"),
            new UsageLine.Owner(costCenter, department, "Anna"),
            new UsageLine.Charge(
                new BigDecimal(quantity), new BigDecimal("0.25"), new BigDecimal(cost), currency),
            tags,
            further);
    return new LedgerLine(
        new EnrollmentNumber(enrollment),
        new LineId(Integer.toHexString(line.hashCode()) + "-" + quantity + "-" + cost),
        line,
        new Cost(new BigDecimal(cost), currency, basis),
        RUN);
  }

  /**
   * Lines of all kinds in January 2026: costs of up to twelve decimals, refunds, two currencies.
   */
  public static List<LedgerLine> random(long seed, int count) {
    var random = new Random(seed);
    var lines = new ArrayList<LedgerLine>();
    for (int i = 0; i < count; i++) {
      BigDecimal cost =
          BigDecimal.valueOf(
              random.nextLong(2_000_000_000_000L) - 300_000_000_000L, random.nextInt(13));
      lines.add(
          line()
              .subscription("sub-" + random.nextInt(4))
              .day(LocalDate.of(2026, 1, 1 + random.nextInt(31)))
              .costCenter(random.nextInt(5) == 0 ? "" : "CC-" + random.nextInt(4))
              .department("D-" + random.nextInt(3))
              .group(random.nextBoolean() ? "rg-hub-" + random.nextInt(3) : "RG-App")
              .service(random.nextBoolean() ? "Bandwidth" : "Storage")
              .tags(random.nextInt(3) == 0 ? Map.of("System", "TollBooth") : Map.of())
              .currency(random.nextInt(4) == 0 ? "USD" : "EUR")
              .to(
                  i + ".5",
                  cost.toPlainString(),
                  random.nextInt(9) == 0 ? Cost.Basis.RATED : Cost.Basis.REPORTED));
    }
    return lines;
  }
}
