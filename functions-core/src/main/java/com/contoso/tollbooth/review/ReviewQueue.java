package com.contoso.tollbooth.review;

import com.contoso.tollbooth.plate.PassageId;
import com.contoso.tollbooth.plate.ReviewRequired;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Passages that wait for a person, oldest first. Every write is idempotent by {@link PassageId} and
 * kept safely when the call returns.
 */
public interface ReviewQueue {
  /**
   * Makes a passage wait for a person, if it is unknown, received or failed; one that is in review
   * or closed stays as it is.
   *
   * @return whether this call changed anything
   */
  boolean add(ReviewRequired required);

  /**
   * Leases a task to the reviewer: the one they hold already, else the oldest that nobody holds. Of
   * two reviewers who ask at once, each gets another task.
   *
   * @param until when the lease ends by itself
   */
  Optional<ReviewTask> claim(Reviewer reviewer, Instant now, Instant until);

  /** Gives a task back; no effect unless the reviewer holds it. */
  void release(PassageId passage, Reviewer reviewer);

  /**
   * Records what the reviewer found, once: the task is offered no more. The same resolution again
   * is {@link ResolveOutcome.Resolved} again. Someone else's live lease or an earlier, different
   * resolution is {@link ResolveOutcome.Conflict}.
   */
  ResolveOutcome resolve(PassageId passage, Reviewer reviewer, Resolution resolution, Instant now);

  /** The oldest open tasks, held or not. */
  List<ReviewTask> open(int limit);

  /** How many tasks are open. */
  long size();
}
