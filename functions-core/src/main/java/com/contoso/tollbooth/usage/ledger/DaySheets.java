package com.contoso.tollbooth.usage.ledger;

import com.contoso.tollbooth.usage.SubscriptionId;
import com.contoso.tollbooth.usage.Totals;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A day as a report has it, cut into a sheet for each subscription, known by the digests of its
 * lines and not by the lines themselves. Two reports of the same lines, in whatever order, have
 * equal digests.
 */
public final class DaySheets {
  private final boolean complete;
  private final PackedLines packed;
  private final int[] sorted;
  private final int[] ranks;
  private final List<Sheet> sheets;
  private final Digest digest;

  private DaySheets(boolean complete, PackedLines packed, List<Counted> counted) {
    this.complete = complete;
    this.packed = packed;
    int[] places = places(counted);
    sorted = packed.sorted(places);
    ranks = ranks();
    Sha256 sha256 = new Sha256();
    sheets = sheets(counted, places, sha256);
    sha256.text(completeness());
    sheets.forEach(sheet -> sha256.text(sheet.subscription.value()).digest(sheet.digest));
    digest = sha256.end();
  }

  /**
   * Reads the day once.
   *
   * @throws IOException also if the lines are not those that the day file's totals tell of
   */
  public static DaySheets read(DayRevision revision) throws IOException {
    var price = new PriceLine(revision.rates());
    var digests = new LineDigests();
    var packed = new PackedLines();
    Map<SubscriptionId, Counted> counted = new HashMap<>();
    revision
        .lines()
        .forEach(
            line -> {
              if (!line.date().equals(revision.file().day())) {
                throw new IllegalArgumentException(
                    "a line of %s in the file of %s".formatted(line.date(), revision.file().day()));
              }
              Digest circumstances = digests.circumstances(line);
              Counted subscription =
                  counted.computeIfAbsent(
                      line.subscription(), id -> new Counted(counted.size(), id));
              subscription.totals = subscription.totals.plus(Totals.of(line.charge()));
              packed.add(
                  subscription.number,
                  digests.natural(line),
                  circumstances,
                  line.charge().quantity().doubleValue(),
                  digests.content(circumstances, line.charge(), price.cost(line)));
            });
    List<Counted> numbered =
        counted.values().stream().sorted(Comparator.comparingInt(each -> each.number)).toList();
    var sheets = new DaySheets(revision.file().rejected() == 0, packed, numbered);
    sheets.check(revision.file().totals());
    return sheets;
  }

  /** By subscription. */
  public List<Sheet> sheets() {
    return sheets;
  }

  /**
   * The sheets, and one without lines for each other subscription that the ledger knows on this
   * day; the latter not if some lines of the day were rejected, for then nothing is retired.
   */
  public List<Sheet> sheetsWith(Collection<SubscriptionId> known) {
    if (!complete) {
      return sheets;
    }
    var all = new ArrayList<>(sheets);
    Set<SubscriptionId> present =
        sheets.stream().map(Sheet::subscription).collect(Collectors.toSet());
    Digest none = new Sha256().text(completeness()).end();
    known.stream()
        .filter(subscription -> !present.contains(subscription))
        .forEach(subscription -> all.add(new Sheet(subscription, none, Totals.NONE, 0, 0)));
    return all;
  }

  /** Of all lines and their prices. */
  public Digest digest() {
    return digest;
  }

  public int lines() {
    return packed.size();
  }

  /** Whether what is not in the report is not in the day. */
  boolean complete() {
    return complete;
  }

  /** The key of the line at a place in the order of subscription and key. */
  LineKey key(int place) {
    return new LineKey(packed.natural(sorted[place]), ranks[place]);
  }

  Digest digest(int place) {
    return packed.digest(sorted[place]);
  }

  /** The place of each line in the order in which they were read. */
  int[] placesAsRead() {
    var places = new int[sorted.length];
    for (int place = 0; place < sorted.length; place++) {
      places[sorted[place]] = place;
    }
    return places;
  }

  private void check(Totals expected) throws IOException {
    Totals found = sheets.stream().map(Sheet::totals).reduce(Totals.NONE, Totals::plus);
    if (!found.equals(expected)) {
      throw new IOException("the day file should sum to %s, not %s".formatted(expected, found));
    }
  }

  private int[] ranks() {
    var ranks = new int[sorted.length];
    for (int place = 1; place < sorted.length; place++) {
      if (packed.sameNatural(sorted[place - 1], sorted[place])) {
        ranks[place] = ranks[place - 1] + 1;
      }
    }
    return ranks;
  }

  private List<Sheet> sheets(List<Counted> counted, int[] places, Sha256 sha256) {
    var byPlace = new Counted[counted.size()];
    counted.forEach(each -> byPlace[places[each.number]] = each);
    var found = new ArrayList<Sheet>(byPlace.length);
    int from = 0;
    for (Counted each : byPlace) {
      int to = from + Math.toIntExact(each.totals.lines());
      sha256.text(completeness());
      for (int place = from; place < to; place++) {
        sha256
            .digest(packed.natural(sorted[place]))
            .number(ranks[place])
            .digest(packed.digest(sorted[place]));
      }
      found.add(new Sheet(each.id, sha256.end(), each.totals, from, to));
      from = to;
    }
    return List.copyOf(found);
  }

  /** A complete report must not pass for one that retired nothing. */
  private String completeness() {
    return complete ? "complete" : "partial";
  }

  private static int[] places(List<Counted> counted) {
    var places = new int[counted.size()];
    int[] place = {0};
    IntStream.range(0, counted.size())
        .boxed()
        .sorted(Comparator.comparing(number -> counted.get(number).id))
        .forEach(number -> places[number] = place[0]++);
    return places;
  }

  /** The lines of one subscription on the day. */
  public static final class Sheet {
    private final SubscriptionId subscription;
    private final Digest digest;
    private final Totals totals;
    private final int from;
    private final int to;

    private Sheet(SubscriptionId subscription, Digest digest, Totals totals, int from, int to) {
      this.subscription = subscription;
      this.digest = digest;
      this.totals = totals;
      this.from = from;
      this.to = to;
    }

    public SubscriptionId subscription() {
      return subscription;
    }

    /** Of its lines and their prices. */
    public Digest digest() {
      return digest;
    }

    /** As the report names them. */
    public Totals totals() {
      return totals;
    }

    int from() {
      return from;
    }

    int to() {
      return to;
    }
  }

  private static final class Counted {
    private final int number;
    private final SubscriptionId id;
    private Totals totals = Totals.NONE;

    private Counted(int number, SubscriptionId id) {
      this.number = number;
      this.id = id;
    }
  }
}
