package com.contoso.tollbooth.azure.usage;

import com.contoso.tollbooth.azure.items.Item;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.LedgerLine;
import com.contoso.tollbooth.usage.RunId;
import com.contoso.tollbooth.usage.SubscriptionId;
import com.contoso.tollbooth.usage.ledger.Digest;
import com.contoso.tollbooth.usage.ledger.LineKey;
import com.contoso.tollbooth.usage.ledger.PricedLine;
import com.contoso.tollbooth.usage.ledger.SheetChange.Standing;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The item of a line: how it stands since a generation of its day and, in {@code before}, how it
 * stood until then. So a reader who goes by the day's committed generation sees neither half of a
 * day that is just being applied, nor what was left of one that was cut off.
 */
record StoredLine(Item item) {
  static final String GENERATION = "generation";
  private static final String LIVE = "live";
  private static final String DIGEST = "digest";
  private static final String RUN = "run";
  private static final String BEFORE = "before";

  /** Since which generation the line stood as {@code before} tells; absent if it never did. */
  private static final String KNOWN_SINCE = "knownSince";

  /** A line that was not there. */
  static StoredLine of(
      EnrollmentNumber enrollment,
      LineKey key,
      Digest digest,
      PricedLine line,
      RunId run,
      long generation) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("id", LedgerNames.line(enrollment, key.id()));
    fields.put(
        LedgerNames.PARTITION, LedgerNames.sheet(line.line().subscription(), line.line().date()));
    fields.put("enrollment", enrollment.value());
    fields.put(RUN, run.value());
    fields.put(GENERATION, generation);
    fields.put(DIGEST, digest.toString());
    fields.put(LIVE, true);
    fields.putAll(LineItems.elements(line));
    return new StoredLine(new Item(fields));
  }

  /** The same line, with what it was when the day was last committed. */
  StoredLine after(StoredLine known, long committed) {
    return new StoredLine(
        item.with(BEFORE, known.standing(committed)).with(KNOWN_SINCE, known.since(committed)));
  }

  /** It as it is not any more. */
  StoredLine retired(long committed, long generation) {
    return new StoredLine(
        item.with(BEFORE, standing(committed))
            .with(KNOWN_SINCE, since(committed))
            .with(LIVE, false)
            .with(GENERATION, generation));
  }

  private long since(long committed) {
    return item.number(GENERATION) <= committed ? item.number(GENERATION) : knownSince();
  }

  private long knownSince() {
    Long since = item.numberOrNull(KNOWN_SINCE);
    return since == null ? 0 : since;
  }

  private @Nullable Object standing(long generation) {
    StoredLine then = at(generation);
    if (then == null) {
      return null;
    }
    var fields = new LinkedHashMap<String, Object>(then.item.fields());
    fields
        .keySet()
        .removeIf(name -> name.startsWith("_") || name.equals(BEFORE) || name.equals(KNOWN_SINCE));
    return fields;
  }

  /** The line as it stood in a generation; {@code null} if it did not. */
  @Nullable StoredLine at(long generation) {
    if (item.number(GENERATION) <= generation) {
      return item.is(LIVE, true) ? this : null;
    }
    return item.get(BEFORE) instanceof Map<?, ?> before
        ? new StoredLine(new Item(LineItems.object(before)))
        : null;
  }

  /** Whether it has been changed twice since. */
  boolean isUnknownAt(long generation) {
    return item.number(GENERATION) > generation && knownSince() > generation;
  }

  LineKey key(EnrollmentNumber enrollment) {
    return LineKey.of(LedgerNames.line(enrollment, item.id()));
  }

  Digest digest() {
    return Digest.of(HexFormat.of().parseHex(item.text(DIGEST)));
  }

  Standing standing() {
    return item.is(LIVE, true) ? Standing.CURRENT : Standing.RETIRED;
  }

  PricedLine line() {
    return LineItems.line(item);
  }

  LocalDate day() {
    return LocalDate.parse(item.text("day"));
  }

  SubscriptionId subscription() {
    return new SubscriptionId(item.text("subscription"));
  }

  LedgerLine ledgerLine() {
    var enrollment = new EnrollmentNumber(item.text("enrollment"));
    PricedLine priced = line();
    return new LedgerLine(
        enrollment,
        LedgerNames.line(enrollment, item.id()),
        priced.line(),
        priced.cost(),
        new RunId(item.text(RUN)));
  }
}
