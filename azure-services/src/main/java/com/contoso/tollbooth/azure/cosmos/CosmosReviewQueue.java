package com.contoso.tollbooth.azure.cosmos;

import com.contoso.tollbooth.azure.items.Item;
import com.contoso.tollbooth.azure.items.Items;
import com.contoso.tollbooth.plate.PassageId;
import com.contoso.tollbooth.plate.ReviewRequired;
import com.contoso.tollbooth.registry.PassageState;
import com.contoso.tollbooth.review.Resolution;
import com.contoso.tollbooth.review.Resolutions;
import com.contoso.tollbooth.review.ResolveOutcome;
import com.contoso.tollbooth.review.ReviewQueue;
import com.contoso.tollbooth.review.ReviewTask;
import com.contoso.tollbooth.review.Reviewer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The review queue as the passages in state REVIEW that nobody resolved. */
public final class CosmosReviewQueue implements ReviewQueue {
  private static final String OPEN = "c.state = 'REVIEW' AND NOT IS_DEFINED(c.resolution)";
  private static final String OLDEST_FIRST = " ORDER BY c.waiting";

  /** Enough that a desk of people who ask at once finds a free one among them. */
  private static final int LOOKED_AT = 25;

  private final Items passages;
  private final InstantSource clock;

  public CosmosReviewQueue(CosmosStore store, InstantSource clock) {
    this.passages = store.passages();
    this.clock = clock;
  }

  @Override
  public boolean add(ReviewRequired required) {
    return passages
        .changeOrBegin(
            PassageItems.overtaken(required.passage(), clock.millis()),
            known ->
                switch (PassageItems.state(known)) {
                  case RECEIVED, FAILED -> Optional.of(waiting(known, required));
                  case REVIEW, BILLABLE, UNBILLABLE, EXPORTED -> Optional.empty();
                })
        .made();
  }

  private Item waiting(Item known, ReviewRequired required) {
    long now = clock.millis();
    return PassageItems.decided(known, required.passage(), PassageState.REVIEW, now)
        .with("waiting", "%013d-%s".formatted(now, known.text("arrival")))
        .with("reason", required.reason().name())
        .with("why", required.why())
        .with("candidates", PassageItems.written(required.candidates()));
  }

  @Override
  public Optional<ReviewTask> claim(Reviewer reviewer, Instant now, Instant until) {
    while (true) {
      List<Item> held =
          passages.query(
              "SELECT * FROM c WHERE "
                  + OPEN
                  + " AND c.leasedBy = @by AND c.leasedUntil > @now"
                  + OLDEST_FIRST,
              Map.of("by", reviewer.name(), "now", now.toEpochMilli()),
              1);
      List<Item> tasks =
          held.isEmpty()
              ? passages.query(
                  "SELECT * FROM c WHERE "
                      + OPEN
                      + " AND (NOT IS_DEFINED(c.leasedUntil) OR c.leasedUntil <= @now)"
                      + OLDEST_FIRST,
                  Map.of("now", now.toEpochMilli()),
                  LOOKED_AT)
              : held;
      if (tasks.isEmpty()) {
        return Optional.empty();
      }
      for (Item task : tasks) {
        Item leased =
            task.with("leasedBy", reviewer.name()).with("leasedUntil", until.toEpochMilli());
        Optional<Item> kept = passages.replace(leased, task.id());
        if (kept.isPresent()) {
          return kept.map(CosmosReviewQueue::task);
        }
      }
    }
  }

  @Override
  public void release(PassageId passage, Reviewer reviewer) {
    var unused =
        passages.change(
            passage.value(),
            known ->
                Optional.of(known)
                    .filter(item -> PassageItems.state(item) == PassageState.REVIEW)
                    .filter(item -> item.is("leasedBy", reviewer.name()))
                    .map(item -> item.with("leasedBy", null).with("leasedUntil", null)));
  }

  @Override
  public ResolveOutcome resolve(
      PassageId passage, Reviewer reviewer, Resolution resolution, Instant now) {
    String text = Resolutions.write(resolution);
    return passages
        .change(
            passage.value(),
            task ->
                isOpen(task) && !heldByAnother(task, reviewer, now)
                    ? Optional.of(
                        task.with("resolution", text)
                            .with("resolvedBy", reviewer.name())
                            .with("resolvedAt", now.toEpochMilli()))
                    : Optional.empty())
        .map(change -> outcome(change.item(), text))
        .orElseGet(ResolveOutcome.Unknown::new);
  }

  private static boolean isOpen(Item task) {
    return task.get("candidates") != null
        && task.get("resolution") == null
        && PassageItems.state(task) == PassageState.REVIEW;
  }

  /** What the task, as it stands now, says to someone who wanted it resolved so. */
  private static ResolveOutcome outcome(Item task, String text) {
    if (isOpen(task)) {
      return new ResolveOutcome.Conflict(task.textOrNull("leasedBy") + " works on this photo");
    }
    if (task.get("candidates") == null || task.get("resolution") == null) {
      return new ResolveOutcome.Unknown();
    }
    return task.is("resolution", text)
        ? new ResolveOutcome.Resolved(PassageItems.passage(task))
        : new ResolveOutcome.Conflict(
            task.textOrNull("resolvedBy") + " resolved this photo already");
  }

  private static boolean heldByAnother(Item task, Reviewer reviewer, Instant now) {
    Long until = task.numberOrNull("leasedUntil");
    return until != null && until > now.toEpochMilli() && !task.is("leasedBy", reviewer.name());
  }

  @Override
  public List<ReviewTask> open(int limit) {
    return passages.query("SELECT * FROM c WHERE " + OPEN + OLDEST_FIRST, Map.of(), limit).stream()
        .map(CosmosReviewQueue::task)
        .toList();
  }

  @Override
  public long size() {
    return passages.count(OPEN, Map.of());
  }

  private static ReviewTask task(Item item) {
    String leasedBy = item.textOrNull("leasedBy");
    return new ReviewTask(
        new ReviewRequired(
            PassageItems.passage(item),
            ReviewRequired.Reason.valueOf(item.text("reason")),
            PassageItems.candidates(item),
            item.text("why")),
        Instant.ofEpochMilli(item.number("decidedAt")),
        leasedBy == null ? null : new Reviewer(leasedBy),
        PassageItems.instant(item, "leasedUntil"));
  }
}
