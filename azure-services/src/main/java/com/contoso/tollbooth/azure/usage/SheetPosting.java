package com.contoso.tollbooth.azure.usage;

import com.contoso.tollbooth.azure.items.Item;
import com.contoso.tollbooth.azure.items.ItemBatch;
import com.contoso.tollbooth.azure.items.Items;
import com.contoso.tollbooth.azure.items.RequestBudget;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.RunId;
import com.contoso.tollbooth.usage.SubscriptionId;
import com.contoso.tollbooth.usage.Totals;
import com.contoso.tollbooth.usage.ledger.Digest;
import com.contoso.tollbooth.usage.ledger.LineKey;
import com.contoso.tollbooth.usage.ledger.PricedLine;
import com.contoso.tollbooth.usage.ledger.SheetChange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the lines of one sheet those of a generation. Each batch replaces the sheet's fence too, so
 * that a worker whose sheet was taken by another writes nothing any more.
 */
final class SheetPosting {
  /** A batch has 100 operations, one of which is the fence's. */
  static final int BATCH = 98;

  private static final String COMPARED =
      "SELECT c.id, c.digest, c.live, c.dimensions, c.amount, c.quantity, c.reported FROM c"
          + " WHERE c.id > @from AND c.id < @to ORDER BY c.id";

  private final Items ledger;
  private final RequestBudget budget;
  private final EnrollmentNumber enrollment;
  private final RunId run;
  private final String partition;
  private final long committed;
  private final long oldest;
  private final long generation;
  private final RollupSums sums = new RollupSums();
  private final Set<LineKey> known = new HashSet<>();
  private final List<LineKey> vanished = new ArrayList<>();
  private final List<StoredLine> buffer = new ArrayList<>();
  private Totals totals;
  private final SheetFence fence;

  /**
   * Takes the sheet.
   *
   * @param day as it is begun
   * @param oldest the oldest generation that somebody may be reading
   */
  SheetPosting(UsageStore store, DayHead day, RunId run, SubscriptionId subscription, long oldest) {
    ledger = store.ledger();
    budget = store.budget();
    enrollment = day.enrollment();
    this.run = run;
    partition = LedgerNames.sheet(subscription, day.day());
    committed = day.generation();
    this.oldest = oldest;
    generation = day.begunGeneration();
    totals = Totals.NONE;
    fence = SheetFence.take(ledger, partition, day, run);
  }

  /** Undoes what was begun and never committed. */
  void takeBack() {
    changedSinceCommitted(
        line -> {
          if (buffer.size() == BATCH) {
            replace(buffer);
            buffer.clear();
          }
          buffer.add(line.takenBack(committed, generation));
        });
    replace(buffer);
    buffer.clear();
  }

  private void replace(List<StoredLine> lines) {
    var batch = new ItemBatch(partition);
    for (StoredLine line : lines) {
      batch = withRoom(batch, line.item());
      var unused = batch.upsert(line.item());
    }
    fence.send(batch);
  }

  /** Compares what is stored with the report. */
  void compare(SheetChange change, Totals reported) {
    totals = reported;
    if (change.looksFirst()) {
      stored(line -> change.look(line.key(enrollment), line.digest(), line.standing()));
    }
    stored(
        line -> {
          LineKey key = line.key(enrollment);
          switch (change.stored(key, line.digest(), line.standing())) {
            case STAYS -> stays(line);
            case STAYS_UNSEEN -> {
              stays(line);
              totals = totals.plus(totals(line));
            }
            case CHANGES, RETURNS -> known.add(key);
            case RETIRES -> vanished.add(key);
          }
        });
    change.end();
  }

  /** A sheet of which nothing is stored yet. */
  void begin(SheetChange change, Totals reported) {
    totals = reported;
    change.end();
  }

  /** Sums up a sheet that the report says nothing of. */
  void recount() {
    stored(
        line -> {
          stays(line);
          if (line.standing() == SheetChange.Standing.CURRENT) {
            totals = totals.plus(totals(line));
          }
        });
  }

  private void stored(Consumer<StoredLine> each) {
    ledger.each(
        partition,
        COMPARED,
        LedgerNames.lines(enrollment),
        item -> each.accept(new StoredLine(item)));
  }

  private void stays(StoredLine line) {
    if (line.standing() == SheetChange.Standing.CURRENT) {
      sums.add(line.item());
    }
  }

  private static Totals totals(StoredLine line) {
    BigDecimal cost = LineItems.decimalOrNull(line.item(), "reported");
    return new Totals(
        1, LineItems.decimal(line.item(), "quantity"), cost == null ? BigDecimal.ZERO : cost);
  }

  /** Returns how many lines wait to be sent. */
  int write(LineKey key, Digest digest, PricedLine line) {
    StoredLine stored = StoredLine.of(enrollment, key, digest, line, run, generation);
    sums.add(stored.item());
    buffer.add(stored);
    return buffer.size();
  }

  /** Sends the lines that wait. */
  void flush() {
    List<LineKey> keys =
        buffer.stream().map(line -> line.key(enrollment)).filter(known::contains).toList();
    Map<LineKey, StoredLine> before = read(keys);
    var batch = new ItemBatch(partition);
    for (StoredLine line : buffer) {
      StoredLine old = before.get(line.key(enrollment));
      Item item = old == null ? line.item() : line.after(old, committed, oldest).item();
      batch = withRoom(batch, item);
      var unused = old == null ? batch.create(item) : batch.upsert(item);
    }
    fence.send(batch);
    buffer.clear();
  }

  /** To be called when every new line is there, so that a line that moved is never missed. */
  int retire() {
    for (int from = 0; from < vanished.size(); from += BATCH) {
      List<LineKey> some = vanished.subList(from, Math.min(from + BATCH, vanished.size()));
      replace(
          read(some).values().stream()
              .map(line -> line.retired(committed, oldest, generation))
              .toList());
    }
    return vanished.size();
  }

  private Map<LineKey, StoredLine> read(List<LineKey> keys) {
    var lines = new HashMap<LineKey, StoredLine>();
    for (int from = 0; from < keys.size(); from += BATCH) {
      var ids = new HashMap<String, Object>();
      for (LineKey key : keys.subList(from, Math.min(from + BATCH, keys.size()))) {
        ids.put("id" + ids.size(), LedgerNames.line(enrollment, key.id()));
      }
      String in = String.join(", ", ids.keySet().stream().map(each -> "@" + each).toList());
      ledger.each(
          partition,
          "SELECT * FROM c WHERE c.id IN (" + in + ")",
          ids,
          item -> lines.put(new StoredLine(item).key(enrollment), new StoredLine(item)));
    }
    return lines;
  }

  private ItemBatch withRoom(ItemBatch batch, Item next) {
    if (batch.hasRoomFor(next, budget.share())) {
      return batch;
    }
    fence.send(batch);
    return new ItemBatch(partition);
  }

  /** Each line as it stood when the day was last committed, and as it stands. */
  void changes(Change each) {
    changedSinceCommitted(
        line -> {
          StoredLine before = line.at(committed);
          StoredLine after = line.at(generation);
          boolean same = before != null && after != null && before.digest().equals(after.digest());
          if (!same && (before != null || after != null)) {
            each.of(line(before), line(after));
          }
        });
  }

  private void changedSinceCommitted(Consumer<StoredLine> each) {
    var parameters = new HashMap<>(LedgerNames.lines(enrollment));
    parameters.put("committed", committed);
    ledger.each(
        partition,
        "SELECT * FROM c WHERE c.id > @from AND c.id < @to AND c.generation > @committed",
        parameters,
        item -> each.accept(new StoredLine(item)));
  }

  private static @Nullable PricedLine line(@Nullable StoredLine line) {
    return line == null ? null : line.line();
  }

  Totals totals() {
    return totals;
  }

  List<Map<String, Object>> rollups() {
    return sums.elements();
  }

  /** Takes a changed line. */
  interface Change {
    void of(@Nullable PricedLine before, @Nullable PricedLine after);
  }
}
