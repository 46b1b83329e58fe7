package com.contoso.tollbooth.api;

import com.contoso.tollbooth.review.ReviewTask;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A review as the page sees it. */
record ReviewView(
    PassageView passage,
    String reason,
    String why,
    Instant waitingSince,
    @Nullable String leasedBy,
    @Nullable Instant leasedUntil) {

  static ReviewView of(ReviewTask task, PassageView passage) {
    var leasedBy = task.leasedBy();
    return new ReviewView(
        passage,
        task.required().reason().name(),
        task.required().why(),
        task.waitingSince(),
        leasedBy == null ? null : leasedBy.name(),
        task.leasedUntil());
  }
}
