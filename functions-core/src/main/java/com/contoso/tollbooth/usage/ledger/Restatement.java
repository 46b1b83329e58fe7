package com.contoso.tollbooth.usage.ledger;

import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.RunId;
import com.contoso.tollbooth.usage.SubscriptionId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/** How one run changed a month that was closed. */
public record Restatement(
    EnrollmentNumber enrollment,
    YearMonth month,
    RunId run,
    Instant at,
    List<Difference> differences) {
  public Restatement {
    differences = List.copyOf(differences);
  }

  /** The change of what one cost centre pays for one meter of one subscription. */
  public record Difference(
      SubscriptionId subscription,
      String meterId,
      String meterName,
      String costCenter,
      String currency,
      long added,
      long changed,
      long removed,
      BigDecimal before,
      BigDecimal after) {}
}
