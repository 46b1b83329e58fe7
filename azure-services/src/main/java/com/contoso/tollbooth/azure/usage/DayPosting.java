package com.contoso.tollbooth.azure.usage;

import com.contoso.tollbooth.azure.items.Item;
import com.contoso.tollbooth.azure.items.ItemBatch;
import com.contoso.tollbooth.azure.items.Items;
import com.contoso.tollbooth.usage.RunId;
import com.contoso.tollbooth.usage.SubscriptionId;
import com.contoso.tollbooth.usage.UsageMonth;
import com.contoso.tollbooth.usage.ledger.DayChange;
import com.contoso.tollbooth.usage.ledger.DayOutcome;
import com.contoso.tollbooth.usage.ledger.DayRevision;
import com.contoso.tollbooth.usage.ledger.DaySheets;
import com.contoso.tollbooth.usage.ledger.Digest;
import com.contoso.tollbooth.usage.ledger.LedgerMonth;
import com.contoso.tollbooth.usage.ledger.LineKey;
import com.contoso.tollbooth.usage.ledger.MonthState;
import com.contoso.tollbooth.usage.ledger.PricedLine;
import com.contoso.tollbooth.usage.ledger.RestatementTally;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes a day the next generation of it, in four steps: announce which sheets change, change them
 * one by one, write the rollups beside the old ones, commit all of it with the day's head.
 */
final class DayPosting {
  /** What waits in all sheets together, some 10 MB. */
  private static final int MOST_WAITING = 5_000;

  private final UsageStore store;
  private final Items ledger;
  private final DayRevision revision;
  private final DaySheets sheets;
  private final RunId run;
  private final DayHead before;
  private final Map<SubscriptionId, SheetPosting> postings = new TreeMap<>();
  private final Map<SubscriptionId, String> digests = new TreeMap<>();
  private final InstantSource clock;

  /** What was committed only until then nobody reads any more. */
  private final Instant readSince;

  private int waiting;

  DayPosting(
      UsageStore store,
      DayRevision revision,
      DaySheets sheets,
      DayHead before,
      InstantSource clock,
      Duration longestRead) {
    this.store = store;
    ledger = store.ledger();
    this.revision = revision;
    this.sheets = sheets;
    run = revision.file().fetch().run();
    this.before = before;
    this.clock = clock;
    readSince = clock.instant().minus(longestRead);
  }

  /**
   * Does it.
   *
   * @throws Overtaken if another worker came in between
   */
  DayOutcome post() throws IOException {
    Map<SubscriptionId, DayHead.Sheet> committed = before.sheets();
    Set<SubscriptionId> pending = before.pending();
    List<DaySheets.Sheet> touched = touched(committed, pending);
    List<SubscriptionId> names = touched.stream().map(DaySheets.Sheet::subscription).toList();
    DayHead begun = before.begun(run, names).keep(ledger).orElseThrow(Overtaken::new);
    var change = new DayChange(revision, sheets);
    for (DaySheets.Sheet sheet : touched) {
      var posting = posting(begun, sheet.subscription());
      boolean known =
          committed.containsKey(sheet.subscription()) || pending.contains(sheet.subscription());
      if (pending.contains(sheet.subscription()) && isIncomplete()) {
        posting.takeBack();
      }
      if (known) {
        posting.compare(change.compare(sheet), sheet.totals());
      } else {
        posting.begin(change.compare(sheet), sheet.totals());
      }
      postings.put(sheet.subscription(), posting);
      digests.put(sheet.subscription(), sheet.digest().toString());
    }
    recountOthers(begun, pending);
    long written = change.write(this::write);
    postings.values().forEach(SheetPosting::flush);
    int retired = postings.values().stream().mapToInt(SheetPosting::retire).sum();
    commit(begun, committed);
    return new DayOutcome(DayOutcome.Kind.APPLIED, sheets.lines(), written, retired);
  }

  /** What such a report lacks stays as it was committed, whatever a worker that died made of it. */
  private boolean isIncomplete() {
    return revision.file().rejected() > 0;
  }

  private SheetPosting posting(DayHead begun, SubscriptionId subscription) {
    return new SheetPosting(store, begun, run, subscription, begun.oldestRead(readSince));
  }

  private List<DaySheets.Sheet> touched(
      Map<SubscriptionId, DayHead.Sheet> committed, Set<SubscriptionId> pending) {
    var known = new TreeSet<>(committed.keySet());
    known.addAll(pending);
    List<DaySheets.Sheet> touched = new ArrayList<>();
    for (DaySheets.Sheet sheet : sheets.sheetsWith(known)) {
      DayHead.Sheet stored = committed.get(sheet.subscription());
      boolean same = stored != null && stored.digest().equals(sheet.digest().toString());
      if (!same || pending.contains(sheet.subscription())) {
        touched.add(sheet);
      }
    }
    return touched;
  }

  /**
   * Sheets that a run left half changed and that this report, some of whose lines were rejected,
   * says nothing of: they are as they were committed. Their digest is none that a report has, so
   * the next one compares them.
   */
  private void recountOthers(DayHead begun, Set<SubscriptionId> pending) {
    for (SubscriptionId each : pending) {
      if (!postings.containsKey(each)) {
        var posting = posting(begun, each);
        posting.takeBack();
        posting.recount();
        postings.put(each, posting);
        digests.put(each, "");
      }
    }
  }

  private void write(LineKey key, Digest digest, PricedLine line) {
    SheetPosting posting = Objects.requireNonNull(postings.get(line.line().subscription()));
    waiting++;
    int ofSheet = posting.write(key, digest, line);
    if (ofSheet == SheetPosting.BATCH) {
      posting.flush();
      waiting -= ofSheet;
    } else if (waiting == MOST_WAITING) {
      postings.values().forEach(SheetPosting::flush);
      waiting = 0;
    }
  }

  private void commit(DayHead begun, Map<SubscriptionId, DayHead.Sheet> committed) {
    var all = new TreeMap<>(committed);
    postings.forEach((subscription, posting) -> all.put(subscription, summed(begun, subscription)));
    var batch = new ItemBatch(begun.item().text(LedgerNames.PARTITION));
    Instant now = clock.instant();
    DayHead next = begun.committed(sheets.digest().toString(), all, now, readSince);
    batch = batch.replace(next.item());
    restate(batch, begun, now);
    if (ledger.write(batch).isEmpty()) {
      throw new Overtaken();
    }
    forget(begun, committed);
  }

  private DayHead.Sheet summed(DayHead begun, SubscriptionId subscription) {
    SheetPosting posting = Objects.requireNonNull(postings.get(subscription));
    long generation = begun.begunGeneration();
    int chunks =
        Chunks.write(
            ledger,
            begun.item().text(LedgerNames.PARTITION),
            chunk -> LedgerNames.rollup(begun.day(), subscription, generation, chunk),
            posting.rollups());
    return new DayHead.Sheet(
        Objects.requireNonNull(digests.get(subscription)), posting.totals(), generation, chunks);
  }

  private void restate(ItemBatch batch, DayHead begun, Instant now) {
    var month = new UsageMonth(begun.enrollment(), YearMonth.from(begun.day()));
    Item state = new MonthItems(ledger).find(month).filter(MonthItems::isClosed).orElse(null);
    if (state == null) {
      return;
    }
    var tally = new RestatementTally();
    postings.values().forEach(posting -> posting.changes(tally::count));
    if (tally.differences().isEmpty()) {
      return;
    }
    Item restated = new RestatementItems(ledger).prepare(begun, run, now, tally.differences());
    var unused = batch.create(restated);
    if (!state.is("state", MonthState.RESTATED.name())) {
      var restatedMonth =
          new LedgerMonth(month.enrollment(), month.month(), MonthState.RESTATED, now);
      unused = batch.replace(MonthItems.item(state, restatedMonth));
    }
  }

  /** The rollups that the head names no longer; if this is cut off, they only take up room. */
  private void forget(DayHead begun, Map<SubscriptionId, DayHead.Sheet> committed) {
    String partition = begun.item().text(LedgerNames.PARTITION);
    for (SubscriptionId each : postings.keySet()) {
      DayHead.Sheet old = committed.get(each);
      for (int chunk = 0; old != null && chunk < old.chunks(); chunk++) {
        ledger.delete(LedgerNames.rollup(begun.day(), each, old.generation(), chunk), partition);
      }
    }
  }
}
