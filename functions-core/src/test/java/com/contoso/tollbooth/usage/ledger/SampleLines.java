package com.contoso.tollbooth.usage.ledger;

import com.contoso.tollbooth.usage.DayFile;
import com.contoso.tollbooth.usage.DayLines;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.RunId;
import com.contoso.tollbooth.usage.StoredFile;
import com.contoso.tollbooth.usage.SubscriptionId;
import com.contoso.tollbooth.usage.Totals;
import com.contoso.tollbooth.usage.UsageLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Usage lines and days made of them. */
public final class SampleLines {
  public static final EnrollmentNumber ENROLLMENT = new EnrollmentNumber("100");
  public static final LocalDate DAY = LocalDate.of(2026, 2, 10);

  private SampleLines() {}

  /** A virtual machine's line; all else is as plain as can be. */
  public static Builder line(String subscription, String resource, String quantity) {
    return new Builder(subscription, resource, quantity);
  }

  /** Runs in the order of their numbers. */
  public static RunId run(int number) {
    return RunId.at(Instant.parse("2026-02-11T04:00:00Z").plusSeconds(number));
  }

  public static DayRevision day(int run, List<UsageLine> lines) {
    return day(ENROLLMENT, DAY, run, lines);
  }

  public static DayRevision day(
      EnrollmentNumber enrollment, LocalDate day, int run, List<UsageLine> lines) {
    return revision(enrollment, day, run, lines, 0, RateCard.NONE, lines::forEach);
  }

  /** Of a report some of whose lines were rejected. */
  public static DayRevision partialDay(int run, List<UsageLine> lines) {
    return revision(ENROLLMENT, DAY, run, lines, 1, RateCard.NONE, lines::forEach);
  }

  public static DayRevision ratedDay(int run, List<UsageLine> lines, RateCard rates) {
    return revision(ENROLLMENT, DAY, run, lines, 0, rates, lines::forEach);
  }

  /** Whose file says that it has some lines, and gives what it gives. */
  public static DayRevision dayReading(int run, List<UsageLine> said, DayLines given) {
    return revision(ENROLLMENT, DAY, run, said, 0, RateCard.NONE, given);
  }

  private static DayRevision revision(
      EnrollmentNumber enrollment,
      LocalDate day,
      int run,
      List<UsageLine> lines,
      long rejected,
      RateCard rates,
      DayLines given) {
    Totals totals =
        lines.stream().map(line -> Totals.of(line.charge())).reduce(Totals.NONE, Totals::plus);
    var file =
        new DayFile(
            new Fetch(enrollment, YearMonth.from(day), run(run)),
            day,
            new StoredFile(DayFile.nameOf(enrollment, day), 1, "00"),
            totals,
            rejected);
    return new DayRevision(file, given, rates);
  }

  /** Makes a line. */
  public static final class Builder {
    private final String subscription;
    private final String resource;
    private final BigDecimal quantity;
    private LocalDate date = DAY;
    private String meter = "meter-1";
    private String group = "group-1";
    private String service = "Virtual Machines";
    private String costCenter = "cc-1";
    private String department = "Tolls";
    private String currency = "EUR";
    private @Nullable BigDecimal unitPrice;
    private @Nullable BigDecimal cost = BigDecimal.ONE;
    private Map<String, String> tags = Map.of("env", "prod");
    private Map<String, String> further = Map.of("ServiceInfo1", "");

    private Builder(String subscription, String resource, String quantity) {
      this.subscription = subscription;
      this.resource = resource;
      this.quantity = new BigDecimal(quantity);
    }

    public Builder on(LocalDate day) {
      date = day;
      return this;
    }

    public Builder meter(String id) {
      meter = id;
      return this;
    }

    public Builder group(String name) {
      group = name;
      return this;
    }

    public Builder service(String name) {
      service = name;
      return this;
    }

    public Builder costCenter(String name) {
      costCenter = name;
      return this;
    }

    public Builder department(String name) {
      department = name;
      return this;
    }

    public Builder currency(String code) {
      currency = code;
      return this;
    }

    public Builder cost(String amount) {
      cost = new BigDecimal(amount);
      return this;
    }

    public Builder withoutCost() {
      cost = null;
      return this;
    }

    public Builder unitPrice(String amount) {
      unitPrice = new BigDecimal(amount);
      return this;
    }

    public Builder tags(Map<String, String> pairs) {
      tags = pairs;
      return this;
    }

    public Builder further(Map<String, String> elements) {
      further = elements;
      return this;
    }

    public UsageLine build() {
      return new UsageLine(
          new SubscriptionId(subscription),
          subscription + " (name)",
          date,
          new UsageLine.Meter(meter, meter + " name", service, "D2 v3", "EU West", "1 Hour"),
          new UsageLine.Resource(resource, group, "westeurope", "Microsoft.Compute"),
          new UsageLine.Owner(costCenter, department, "ana@example.com"),
          new UsageLine.Charge(quantity, unitPrice, cost, currency),
          tags,
          further);
    }
  }
}
