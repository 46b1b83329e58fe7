package com.contoso.tollbooth.usage.control;

import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.Fetch;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the controller decided: what this caller is to fetch, and what not and why. */
public record UsagePlan(List<Fetch> fetches, List<Skipped> skipped) {
  public UsagePlan {
    fetches = List.copyOf(fetches);
    skipped = List.copyOf(skipped);
  }

  /**
   * What is not fetched.
   *
   * @param month absent if the enrollment is skipped as a whole
   */
  public record Skipped(EnrollmentNumber enrollment, @Nullable YearMonth month, String reason) {}
}
