package com.contoso.tollbooth.usage;

import org.jspecify.annotations.Nullable;

/**
 * Asks for the newest records of the job log.
 *
 * @param enrollment of this one, or {@code null} for all
 * @param limit 1 to 1,000
 */
public record JobQuery(@Nullable EnrollmentNumber enrollment, int limit) {
  public JobQuery {
    if (limit < 1 || limit > 1_000) {
      throw new IllegalArgumentException("a list holds 1 to 1000 job records, not " + limit);
    }
  }
}
