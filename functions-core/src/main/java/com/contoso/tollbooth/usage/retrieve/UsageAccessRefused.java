package com.contoso.tollbooth.usage.retrieve;

import com.contoso.tollbooth.usage.EnrollmentNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The key of an enrollment does not open its reports. The message never holds the key. */
public final class UsageAccessRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With the time the key expires or expired, where that is known. */
  public UsageAccessRefused(EnrollmentNumber enrollment, @Nullable Instant expires) {
    super(
        "the key of enrollment "
            + enrollment
            + " is refused; "
            + (expires == null ? "when it expires is not known" : "it expires at " + expires));
  }
}
