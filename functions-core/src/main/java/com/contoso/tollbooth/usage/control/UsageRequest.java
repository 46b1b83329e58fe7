package com.contoso.tollbooth.usage.control;

import com.contoso.tollbooth.usage.EnrollmentNumber;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** What is to be fetched. */
public sealed interface UsageRequest {
  /**
   * What is due: of each enrollment that is enabled the present month and those that still settle,
   * unless it was done today.
   */
  record Due() implements UsageRequest {}

  /**
   * What somebody asks for, whether it was done today or not.
   *
   * @param enrollment this one, or {@code null} for each that is enabled
   * @param month this one, or {@code null} for those that would be due
   */
  record Asked(@Nullable EnrollmentNumber enrollment, @Nullable YearMonth month)
      implements UsageRequest {}

  /** A run over a report that is there already. It is not the fetch of its day. */
  record Redrive(EnrollmentNumber enrollment, YearMonth month) implements UsageRequest {}
}
