package com.contoso.tollbooth.azure.usage;

import com.contoso.tollbooth.azure.items.Item;
import com.contoso.tollbooth.azure.items.ItemBatch;
import com.contoso.tollbooth.azure.items.Items;
import com.contoso.tollbooth.usage.RunId;
import java.util.List;
import java.util.Optional;

/** Whose turn it is to write a sheet: the item that each batch of its lines replaces too. */
final class SheetFence {
  private static final String FENCE = "fence";

  private final Items ledger;
  private Item item;

  private SheetFence(Items ledger, Item item) {
    this.ledger = ledger;
    this.item = item;
  }

  /**
   * Takes a sheet for the generation that is begun.
   *
   * @throws Overtaken if it was taken for a later one
   */
  static SheetFence take(Items ledger, String partition, DayHead day, RunId run) {
    Item first =
        Item.named(LedgerNames.fence(day.enrollment()))
            .with(LedgerNames.PARTITION, partition)
            .with("run", run.value())
            .with(FENCE, day.begunGeneration());
    while (true) {
      Optional<Item> taken =
          ledger
              .read(first.id(), partition)
              .map(present -> moved(ledger, present, first, partition))
              .orElseGet(() -> ledger.create(first, partition));
      if (taken.isPresent()) {
        return new SheetFence(ledger, taken.get());
      }
    }
  }

  private static Optional<Item> moved(Items ledger, Item present, Item to, String partition) {
    if (present.number(FENCE) > to.number(FENCE)) {
      throw new Overtaken();
    }
    return ledger.replace(
        present.with("run", to.get("run")).with(FENCE, to.number(FENCE)), partition);
  }

  /** Does nothing for a batch of nothing. */
  void send(ItemBatch batch) {
    if (batch.isEmpty()) {
      return;
    }
    List<String> etags = ledger.write(batch.replace(item)).orElseThrow(Overtaken::new);
    item = item.with("_etag", etags.getLast());
  }
}
