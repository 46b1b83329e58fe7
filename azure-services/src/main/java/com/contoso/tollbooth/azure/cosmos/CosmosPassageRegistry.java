package com.contoso.tollbooth.azure.cosmos;

import com.contoso.tollbooth.azure.items.Item;
import com.contoso.tollbooth.azure.items.Items;
import com.contoso.tollbooth.plate.Passage;
import com.contoso.tollbooth.plate.PassageClosed;
import com.contoso.tollbooth.plate.PassageId;
import com.contoso.tollbooth.plate.PhotoUploaded;
import com.contoso.tollbooth.plate.PlateAccepted;
import com.contoso.tollbooth.registry.PassageRegistry;
import com.contoso.tollbooth.registry.PassageState;
import java.time.InstantSource;
import java.util.Optional;

/** The registry as documents; each transition replaces exactly the document that it read. */
public final class CosmosPassageRegistry implements PassageRegistry {
  private final Items passages;
  private final LedgerEntries entries;
  private final InstantSource clock;

  public CosmosPassageRegistry(CosmosStore store, LedgerSettings settings, InstantSource clock) {
    this.passages = store.passages();
    this.entries = new LedgerEntries(store, settings, clock);
    this.clock = clock;
  }

  @Override
  public boolean receive(PhotoUploaded photo) {
    return passages
        .create(PassageItems.received(photo, clock.millis()), photo.passage().value())
        .isPresent();
  }

  @Override
  public boolean accept(PlateAccepted accepted) {
    while (true) {
      Item known = known(accepted.passage());
      if (!admits(known, accepted.source())) {
        entries.enter(known);
        return false;
      }
      Optional<Item> billable =
          passages.replace(entries.assign(accepted(known, accepted)), known.id());
      if (billable.isPresent()) {
        entries.enter(billable.get());
        return true;
      }
    }
  }

  private static boolean admits(Item known, PlateAccepted.Source source) {
    return switch (PassageItems.state(known)) {
      case RECEIVED, FAILED -> true;
      case REVIEW -> source == PlateAccepted.Source.MANUAL;
      case BILLABLE, UNBILLABLE, EXPORTED -> false;
    };
  }

  private Item accepted(Item known, PlateAccepted accepted) {
    return PassageItems.decided(known, accepted.passage(), PassageState.BILLABLE, clock.millis())
        .with("plate", accepted.plate().text())
        .with("jurisdiction", accepted.jurisdiction().name())
        .with("confidence", accepted.confidence().value())
        .with("source", accepted.source().name())
        .with("reason", null)
        .with("why", accepted.why());
  }

  @Override
  public boolean close(PassageClosed closed) {
    while (true) {
      Item known = known(closed.passage());
      if (PassageItems.state(known).closed()) {
        return false;
      }
      Item unbillable =
          PassageItems.decided(known, closed.passage(), PassageState.UNBILLABLE, clock.millis())
              .with("reason", closed.code().name())
              .with("why", closed.code().displayName());
      if (passages.replace(unbillable, known.id()).isPresent()) {
        return true;
      }
    }
  }

  @Override
  public boolean fail(PassageId passage, String reason) {
    return move(passage, PassageState.RECEIVED, PassageState.FAILED, reason);
  }

  @Override
  public boolean retry(PassageId passage) {
    return move(passage, PassageState.FAILED, PassageState.RECEIVED, null);
  }

  private boolean move(
      PassageId passage,
      PassageState from,
      PassageState to,
      @org.jspecify.annotations.Nullable String why) {
    while (true) {
      Optional<Item> known = passages.read(passage.value(), passage.value());
      if (known.filter(item -> PassageItems.state(item) == from).isEmpty()) {
        return false;
      }
      Item moved =
          known
              .get()
              .with("state", to.name())
              .with("why", why)
              .with("decidedAt", to == PassageState.FAILED ? clock.millis() : null);
      if (passages.replace(moved, moved.id()).isPresent()) {
        return true;
      }
    }
  }

  /** The passage's document, made if there is none. */
  private Item known(Passage passage) {
    String id = passage.id().value();
    return passages
        .read(id, id)
        .or(() -> passages.create(PassageItems.overtaken(passage, clock.millis()), id))
        .or(() -> passages.read(id, id))
        .orElseThrow();
  }
}
