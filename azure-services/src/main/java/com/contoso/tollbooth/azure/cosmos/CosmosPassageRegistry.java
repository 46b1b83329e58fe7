package com.contoso.tollbooth.azure.cosmos;

import com.contoso.tollbooth.azure.items.Item;
import com.contoso.tollbooth.azure.items.Items;
import com.contoso.tollbooth.plate.PassageClosed;
import com.contoso.tollbooth.plate.PassageId;
import com.contoso.tollbooth.plate.PhotoUploaded;
import com.contoso.tollbooth.plate.PlateAccepted;
import com.contoso.tollbooth.registry.PassageRegistry;
import com.contoso.tollbooth.registry.PassageState;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
    Items.Change change =
        passages.changeOrBegin(
            PassageItems.overtaken(accepted.passage(), clock.millis()),
            known ->
                admits(known, accepted.source())
                    ? Optional.of(entries.assign(accepted(known, accepted)))
                    : Optional.empty());
    entries.enter(change.item());
    return change.made();
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
    return passages
        .changeOrBegin(
            PassageItems.overtaken(closed.passage(), clock.millis()),
            known ->
                PassageItems.state(known).closed()
                    ? Optional.empty()
                    : Optional.of(closed(known, closed)))
        .made();
  }

  private Item closed(Item known, PassageClosed closed) {
    return PassageItems.decided(known, closed.passage(), PassageState.UNBILLABLE, clock.millis())
        .with("reason", closed.code().name())
        .with("why", closed.code().displayName());
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
      PassageId passage, PassageState from, PassageState to, @Nullable String why) {
    Long decidedAt = to == PassageState.FAILED ? clock.millis() : null;
    return passages
        .change(
            passage.value(),
            known ->
                Optional.of(known)
                    .filter(item -> PassageItems.state(item) == from)
                    .map(item -> item.with("state", to.name()))
                    .map(item -> item.with("why", why).with("decidedAt", decidedAt)))
        .filter(Items.Change::made)
        .isPresent();
  }
}
