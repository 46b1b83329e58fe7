package com.contoso.tollbooth.azure.usage;

import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.SubscriptionId;
import java.time.LocalDate;
import java.util.Comparator;

/** A day of a subscription in an enrollment, in the order in which lines are read. */
record SheetName(LocalDate day, SubscriptionId subscription, EnrollmentNumber enrollment)
    implements Comparable<SheetName> {
  private static final Comparator<SheetName> ORDER =
      Comparator.comparing(SheetName::day)
          .thenComparing(SheetName::subscription)
          .thenComparing(SheetName::enrollment);

  @Override
  public int compareTo(SheetName other) {
    return ORDER.compare(this, other);
  }
}
