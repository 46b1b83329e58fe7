package com.contoso.tollbooth.review;

import com.contoso.tollbooth.plate.Passage;

/** What became of a resolution. */
public sealed interface ResolveOutcome {
  /** It stands. */
  record Resolved(Passage passage) implements ResolveOutcome {}

  /** Someone else holds or resolved the task; {@code message} says which. */
  record Conflict(String message) implements ResolveOutcome {}

  /** No such task was ever open. */
  record Unknown() implements ResolveOutcome {}
}
