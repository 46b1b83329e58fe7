package com.contoso.tollbooth.usage.ledger;

import com.contoso.tollbooth.usage.EnrollmentNumber;
import java.io.IOException;

/** The rate cards of enrollments. */
public interface RateCards {
  /** The card of an enrollment as it is now; {@link RateCard#NONE} if there is none. */
  RateCard of(EnrollmentNumber enrollment) throws IOException;
}
