package com.contoso.tollbooth.azure.usage;

import com.contoso.tollbooth.azure.items.Item;
import com.contoso.tollbooth.azure.items.Items;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.RunId;
import com.contoso.tollbooth.usage.SubscriptionId;
import com.contoso.tollbooth.usage.Totals;
import com.contoso.tollbooth.usage.ledger.LedgerDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The item of a day: what is committed of it, and which run is about to change which of its sheets.
 * It has 200 bytes for each subscription, so that 10,000 fit.
 */
record DayHead(Item item) {
  private static final String RUN = "run";
  private static final String GENERATION = "generation";
  private static final String DIGEST = "digest";
  private static final String SHEETS = "sheets";
  private static final String PENDING = "pending";
  private static final String SUBSCRIPTIONS = "subscriptions";

  /** The generations that were committed before, each with the time until which it was. */
  private static final String EARLIER = "earlier";

  private static final String UNTIL = "until";

  /** A sheet as it is committed, and where its rollups are. */
  record Sheet(String digest, Totals totals, long generation, int chunks) {
    private Map<String, Object> fields() {
      return Map.of(
          DIGEST,
          digest,
          "lines",
          totals.lines(),
          "quantity",
          totals.quantity().toString(),
          "cost",
          totals.cost().toString(),
          GENERATION,
          generation,
          "chunks",
          chunks);
    }

    private static Sheet of(Item item) {
      return new Sheet(
          item.text(DIGEST),
          new Totals(
              item.number("lines"),
              LineItems.decimal(item, "quantity"),
              LineItems.decimal(item, "cost")),
          item.number(GENERATION),
          (int) item.number("chunks"));
    }
  }

  /** Of a day that nobody knows yet. */
  static DayHead beginning(EnrollmentNumber enrollment, LocalDate day) {
    return new DayHead(
        Item.named(LedgerNames.day(day))
            .with(LedgerNames.PARTITION, LedgerNames.month(enrollment, YearMonth.from(day)))
            .with("enrollment", enrollment.value())
            .with("day", day.toString())
            .with(GENERATION, 0L)
            .with(SHEETS, Map.of()));
  }

  static Optional<DayHead> read(Items ledger, EnrollmentNumber enrollment, LocalDate day) {
    return ledger
        .read(LedgerNames.day(day), LedgerNames.month(enrollment, YearMonth.from(day)))
        .map(DayHead::new);
  }

  /** Keeps it, unless it has changed since it was read. */
  Optional<DayHead> keep(Items ledger) {
    String partition = item.text(LedgerNames.PARTITION);
    return (item.get("_etag") == null
            ? ledger.create(item, partition)
            : ledger.replace(item, partition))
        .map(DayHead::new);
  }

  /** Whether a later run has changed the day, or has begun to. */
  boolean isBeyond(RunId run) {
    return isLater(item, run)
        || item.get(PENDING) != null && isLater(LineItems.part(item, PENDING), run);
  }

  private static boolean isLater(Item item, RunId run) {
    String known = item.textOrNull(RUN);
    return known != null && known.compareTo(run.value()) > 0;
  }

  boolean holds(String digest) {
    return item.get(PENDING) == null && item.is(DIGEST, digest);
  }

  boolean isOf(RunId run) {
    return item.is(RUN, run.value());
  }

  DayHead of(RunId run) {
    return new DayHead(item.with(RUN, run.value()));
  }

  /** With the generation that is begun, for these sheets and those that were begun before it. */
  DayHead begun(RunId run, Collection<SubscriptionId> sheets) {
    var all = new TreeSet<String>();
    sheets.forEach(each -> all.add(each.value()));
    pending().forEach(each -> all.add(each.value()));
    return new DayHead(
        item.with(
            PENDING,
            Map.of(
                RUN, run.value(),
                GENERATION, begunGeneration() + 1,
                SUBSCRIPTIONS, List.copyOf(all))));
  }

  /**
   * With what was begun as what is.
   *
   * @param readSince what was committed until then nobody reads any more
   */
  DayHead committed(
      String digest, Map<SubscriptionId, Sheet> sheets, Instant now, Instant readSince) {
    var fields = new LinkedHashMap<String, Object>();
    sheets.forEach((subscription, sheet) -> fields.put(subscription.value(), sheet.fields()));
    return new DayHead(
        item.with(RUN, LineItems.part(item, PENDING).text(RUN))
            .with(GENERATION, begunGeneration())
            .with(DIGEST, digest)
            .with(SHEETS, fields)
            .with(EARLIER, earlier(now, readSince))
            .with(PENDING, null));
  }

  private List<Object> earlier(Instant now, Instant readSince) {
    var earlier = new ArrayList<Object>();
    earlier().filter(each -> isRead(each, readSince)).forEach(each -> earlier.add(each.fields()));
    earlier.add(Map.of(GENERATION, generation(), UNTIL, now.toString()));
    return earlier;
  }

  private Stream<Item> earlier() {
    return item.get(EARLIER) instanceof List<?> all
        ? all.stream().map(each -> new Item(LineItems.object(each)))
        : Stream.of();
  }

  private static boolean isRead(Item earlier, Instant readSince) {
    return Instant.parse(earlier.text(UNTIL)).isAfter(readSince);
  }

  /** The oldest generation that somebody may be reading who began after a time. */
  long oldestRead(Instant readSince) {
    return earlier()
        .filter(each -> isRead(each, readSince))
        .mapToLong(each -> each.number(GENERATION))
        .reduce(generation(), Math::min);
  }

  long generation() {
    return item.number(GENERATION);
  }

  long begunGeneration() {
    return item.get(PENDING) == null
        ? generation()
        : LineItems.part(item, PENDING).number(GENERATION);
  }

  /** The sheets that some run began to change without an end. */
  Set<SubscriptionId> pending() {
    var pending = new TreeSet<SubscriptionId>();
    if (item.get(PENDING) != null
        && LineItems.part(item, PENDING).get(SUBSCRIPTIONS) instanceof List<?> all) {
      all.forEach(each -> pending.add(new SubscriptionId((String) each)));
    }
    return pending;
  }

  /** By subscription. */
  Map<SubscriptionId, Sheet> sheets() {
    var sheets = new TreeMap<SubscriptionId, Sheet>();
    LineItems.part(item, SHEETS)
        .fields()
        .forEach(
            (subscription, sheet) ->
                sheets.put(
                    new SubscriptionId(subscription), Sheet.of(new Item(LineItems.object(sheet)))));
    return sheets;
  }

  EnrollmentNumber enrollment() {
    return new EnrollmentNumber(item.text("enrollment"));
  }

  LocalDate day() {
    return LocalDate.parse(item.text("day"));
  }

  /** Empty while nothing of the day is committed. */
  Optional<LedgerDay> ledgerDay() {
    return Optional.ofNullable(item.textOrNull(RUN))
        .map(
            run ->
                new LedgerDay(
                    enrollment(),
                    day(),
                    new RunId(run),
                    item.text(DIGEST),
                    sheets().values().stream()
                        .map(Sheet::totals)
                        .reduce(Totals.NONE, Totals::plus)));
  }
}
