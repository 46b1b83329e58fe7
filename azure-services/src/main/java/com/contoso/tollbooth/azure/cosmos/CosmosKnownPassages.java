package com.contoso.tollbooth.azure.cosmos;

import com.contoso.tollbooth.azure.items.Item;
import com.contoso.tollbooth.azure.items.Items;
import com.contoso.tollbooth.plate.PassageId;
import com.contoso.tollbooth.plate.PhotoUploaded;
import com.contoso.tollbooth.plate.PlateEvent;
import com.contoso.tollbooth.reconciliation.KnownPassages;
import com.contoso.tollbooth.review.Resolutions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Answers reconciliation. Messages on their way cannot be looked up here by passage, so a passage
 * counts as stranded if the queue is empty when a run asks, and a fact as untold after an hour; to
 * tell either again is harmless.
 */
public final class CosmosKnownPassages implements KnownPassages {
  private static final Duration PATIENCE = Duration.ofHours(1);

  /** Ids in one query: a page of the service's answer. */
  private static final int ASKED_AT_ONCE = 100;

  /** What is held in memory at once. */
  private static final int PAGE = 500;

  private final Items passages;
  private final BooleanSupplier queueIsEmpty;
  private final InstantSource clock;

  public CosmosKnownPassages(CosmosStore store, BooleanSupplier queueIsEmpty, InstantSource clock) {
    this.passages = store.passages();
    this.queueIsEmpty = queueIsEmpty;
    this.clock = clock;
  }

  @Override
  public Set<PassageId> known(Collection<PassageId> ids) {
    var known = new HashSet<PassageId>();
    List<String> asked = ids.stream().map(PassageId::value).toList();
    for (int from = 0; from < asked.size(); from += ASKED_AT_ONCE) {
      known.addAll(knownAmong(asked.subList(from, Math.min(asked.size(), from + ASKED_AT_ONCE))));
    }
    return known;
  }

  private List<PassageId> knownAmong(List<String> ids) {
    var parameters = new HashMap<String, Object>();
    IntStream.range(0, ids.size()).forEach(n -> parameters.put("id" + n, ids.get(n)));
    String names = String.join(", ", parameters.keySet().stream().map(name -> "@" + name).toList());
    return passages
        .query("SELECT c.id FROM c WHERE c.id IN (" + names + ")", parameters, ids.size())
        .stream()
        .map(item -> new PassageId(item.id()))
        .toList();
  }

  @Override
  public Stream<PhotoUploaded> stranded() {
    if (!queueIsEmpty.getAsBoolean()) {
      return Stream.empty();
    }
    String before = "%013d".formatted(longAgo());
    return Stream.iterate(
            receivedBetween("", before),
            page -> !page.isEmpty(),
            page -> receivedBetween(page.getLast().text("arrival"), before))
        .flatMap(List::stream)
        .map(PassageItems::photo);
  }

  /** A passage that was sent on its way is still received, so each page begins after the last. */
  private List<Item> receivedBetween(String after, String before) {
    return passages.query(
        "SELECT * FROM c WHERE c.state = 'RECEIVED' AND c.arrival > @after"
            + " AND c.arrival < @before ORDER BY c.arrival",
        Map.of("after", after, "before", before),
        PAGE);
  }

  /** Resolutions that changed no passage, and billable passages that are not in the ledger. */
  @Override
  public List<PlateEvent> untold(int limit) {
    var untold = new ArrayList<PlateEvent>();
    passages
        .query(
            "SELECT * FROM c WHERE c.state = 'REVIEW' AND c.resolvedAt < @before",
            Map.of("before", longAgo()),
            limit)
        .forEach(
            item ->
                untold.add(
                    Resolutions.read(item.text("resolution")).of(PassageItems.passage(item))));
    passages
        .query(
            "SELECT * FROM c WHERE c.state = 'BILLABLE' AND c.entered = false"
                + " AND c.recordedAt < @before",
            Map.of("before", longAgo()),
            limit - untold.size())
        .forEach(item -> untold.add(PassageItems.accepted(item)));
    return untold;
  }

  private long longAgo() {
    return clock.instant().minus(PATIENCE).toEpochMilli();
  }
}
