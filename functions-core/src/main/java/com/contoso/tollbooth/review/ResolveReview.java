package com.contoso.tollbooth.review;

import com.contoso.tollbooth.plate.Passage;
import com.contoso.tollbooth.plate.PlateEvents;
import java.time.InstantSource;
import java.util.function.Function;

/**
 * Records what a person found and tells it on. Both are idempotent: a crash between them is mended
 * by the same call again, or by reconciliation.
 */
record ResolveReview(ReviewQueue queue, PlateEvents events, InstantSource clock)
    implements Function<ReviewCommand, ResolveOutcome> {

  @Override
  public ResolveOutcome apply(ReviewCommand command) {
    ResolveOutcome outcome =
        queue.resolve(command.passage(), command.reviewer(), command.resolution(), clock.instant());
    if (outcome instanceof ResolveOutcome.Resolved(Passage passage)) {
      events.publish(command.resolution().of(passage));
    }
    return outcome;
  }
}
