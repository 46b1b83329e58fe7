package com.contoso.tollbooth.azure.cosmos;

import com.contoso.tollbooth.azure.items.Item;
import com.contoso.tollbooth.azure.items.Items;
import com.contoso.tollbooth.plate.PassageId;
import com.contoso.tollbooth.plate.PhotoPath;
import java.time.InstantSource;
import java.util.Optional;

/** Enters billable passages into the ledger; the package's page says why each is there once. */
final class LedgerEntries {
  private final Items passages;
  private final Items ledger;
  private final Items exports;
  private final LedgerSettings settings;
  private final InstantSource clock;

  LedgerEntries(CosmosStore store, LedgerSettings settings, InstantSource clock) {
    this.passages = store.passages();
    this.ledger = store.ledger();
    this.exports = store.exports();
    this.settings = settings;
    this.clock = clock;
  }

  /** A passage document with the recording time under which it is to be entered. */
  Item assign(Item passage) {
    LedgerHead head = head();
    return passage
        .with("recordedAt", Math.max(clock.millis(), head.to()))
        .with("buckets", settings.buckets())
        .with("entered", false);
  }

  /** Goes on with an entry wherever it was left. */
  void enter(Item passage) {
    Optional<Item> current = Optional.of(passage);
    while (current.isPresent() && current.get().is("entered", false)) {
      current = step(current.get());
    }
  }

  private Optional<Item> step(Item passage) {
    String id = passage.id();
    String slot = slotOf(passage).name();
    if (tooLate(passage) && ledger.read(id, slot).isEmpty()) {
      return passages.replace(assign(passage), id).or(() -> passages.read(id, id));
    }
    var unused = ledger.create(entry(passage, slot), slot);
    Optional<Item> entered = passages.replace(passage.with("entered", true), id);
    if (entered.isPresent()) {
      return entered;
    }
    Optional<Item> moved = passages.read(id, id);
    if (moved.filter(now -> slotOf(now).name().equals(slot)).isEmpty()) {
      ledger.delete(id, slot);
    }
    return moved;
  }

  /** Whether the slot's window may be closed before an entry arrives. */
  private boolean tooLate(Item passage) {
    long deadline = passage.number("recordedAt") + settings.margin().toMillis() / 2;
    return !settings.margin().isZero() && clock.millis() > deadline;
  }

  static Slot slotOf(Item passage) {
    return Slot.of(
        passage.number("recordedAt"), new PassageId(passage.id()), (int) passage.number("buckets"));
  }

  private static Item entry(Item passage, String slot) {
    return Item.named(passage.id())
        .with("slot", slot)
        .with("recordedAt", passage.number("recordedAt"))
        .with("booth", new PhotoPath(passage.text("photo")).booth().value())
        .with("capturedAt", passage.number("capturedAt"))
        .with("plate", passage.text("plate"))
        .with("jurisdiction", passage.text("jurisdiction"))
        .with("confidence", passage.decimal("confidence"))
        .with("source", passage.text("source"));
  }

  /** Readers must know of every bucket before anything is in it. */
  private LedgerHead head() {
    return LedgerHead.change(
        exports,
        LedgerHead.beginning(
            clock.millis() - Math.floorMod(clock.millis(), Slot.HOUR), settings.buckets()),
        head ->
            head.buckets() >= settings.buckets()
                ? Optional.empty()
                : Optional.of(head.withBuckets(settings.buckets())));
  }
}
