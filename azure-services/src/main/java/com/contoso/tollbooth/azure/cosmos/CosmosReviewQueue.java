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
    String id = required.passage().id().value();
    while (true) {
      Item known =
          passages
              .read(id, id)
              .or(
                  () ->
                      passages.create(
                          PassageItems.overtaken(required.passage(), clock.millis()), id))
              .or(() -> passages.read(id, id))
              .orElseThrow();
      PassageState state = PassageItems.state(known);
      if (state != PassageState.RECEIVED && state != PassageState.FAILED) {
        return false;
      }
      long now = clock.millis();
      Item waiting =
          PassageItems.decided(known, required.passage(), PassageState.REVIEW, now)
              .with("waiting", "%013d-%s".formatted(now, known.text("arrival")))
              .with("reason", required.reason().name())
              .with("why", required.why())
              .with("candidates", PassageItems.written(required.candidates()));
      if (passages.replace(waiting, id).isPresent()) {
        return true;
      }
    }
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
    while (true) {
      Optional<Item> known = passages.read(passage.value(), passage.value());
      if (known
          .filter(item -> PassageItems.state(item) == PassageState.REVIEW)
          .filter(item -> item.is("leasedBy", reviewer.name()))
          .isEmpty()) {
        return;
      }
      Item free = known.get().with("leasedBy", null).with("leasedUntil", null);
      if (passages.replace(free, free.id()).isPresent()) {
        return;
      }
    }
  }

  @Override
  public ResolveOutcome resolve(
      PassageId passage, Reviewer reviewer, Resolution resolution, Instant now) {
    String text = Resolutions.write(resolution);
    while (true) {
      Optional<Item> known = passages.read(passage.value(), passage.value());
      if (known.filter(item -> item.get("candidates") != null).isEmpty()) {
        return new ResolveOutcome.Unknown();
      }
      Item task = known.get();
      String stands = task.textOrNull("resolution");
      if (stands != null) {
        return stands.equals(text)
            ? new ResolveOutcome.Resolved(PassageItems.passage(task))
            : new ResolveOutcome.Conflict(
                task.textOrNull("resolvedBy") + " resolved this photo already");
      }
      if (PassageItems.state(task) != PassageState.REVIEW) {
        return new ResolveOutcome.Unknown();
      }
      if (heldByAnother(task, reviewer, now)) {
        return new ResolveOutcome.Conflict(task.textOrNull("leasedBy") + " works on this photo");
      }
      Item resolved =
          task.with("resolution", text)
              .with("resolvedBy", reviewer.name())
              .with("resolvedAt", now.toEpochMilli());
      if (passages.replace(resolved, task.id()).isPresent()) {
        return new ResolveOutcome.Resolved(PassageItems.passage(task));
      }
    }
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
