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
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The item of a line: how it stands since a generation of its day and, in {@code earlier}, how it
 * stood in those before it that somebody may still be reading. So a reader who goes by the day's
 * committed generation sees neither half of a day that is just being applied, nor what was left of
 * one that was cut off, nor anything of what is committed while he reads.
 */
record StoredLine(Item item) {
  static final String GENERATION = "generation";
  private static final String LIVE = "live";
  private static final String DIGEST = "digest";
  private static final String RUN = "run";

  /** Versions, the newest first, each with the generation since which the line stood so. */
  private static final String EARLIER = "earlier";

  /** The generation before which versions were dropped; absent if none was. */
  private static final String KNOWN_SINCE = "knownSince";

  /**
   * An item has at most 2 MB; a line that is long and changes often is known for a shorter time.
   */
  private static final int MOST_BYTES = 1_800_000;

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

  /**
   * The same line, with what it was until now.
   *
   * @param committed the generation of the day that is committed; later ones never were
   * @param oldest the oldest that somebody may be reading
   */
  StoredLine after(StoredLine known, long committed, long oldest) {
    return with(known, committed, oldest);
  }

  /** It as it is not any more. */
  StoredLine retired(long committed, long oldest, long generation) {
    return new StoredLine(item.with(LIVE, false).with(GENERATION, generation))
        .with(this, committed, oldest);
  }

  /** It as it was committed; retired, if it never was. */
  StoredLine takenBack(long committed, long generation) {
    List<StoredLine> kept =
        versions().stream().filter(version -> version.generation() <= committed).toList();
    if (kept.isEmpty()) {
      return retired(committed, committed, generation);
    }
    List<Map<String, Object>> earlier = kept.stream().skip(1).map(StoredLine::fields).toList();
    return new StoredLine(
        new Item(kept.getFirst().fields()).with(EARLIER, earlier).with(KNOWN_SINCE, knownSince()));
  }

  private StoredLine with(StoredLine known, long committed, long oldest) {
    List<StoredLine> seen =
        known.versions().stream().filter(version -> version.generation() <= committed).toList();
    int kept = kept(seen, oldest);
    long since = kept == seen.size() ? known.knownSince() : seen.get(kept - 1).generation();
    List<Map<String, Object>> earlier =
        seen.subList(0, kept).stream().map(StoredLine::fields).toList();
    return new StoredLine(item.with(EARLIER, earlier).with(KNOWN_SINCE, since));
  }

  /** How many that somebody may be reading an item can bear; what is committed it always does. */
  private int kept(List<StoredLine> seen, long oldest) {
    int bytes = length();
    for (int n = 0; n < seen.size(); n++) {
      bytes += seen.get(n).length();
      if (n > 0 && (bytes > MOST_BYTES || seen.get(n - 1).generation() <= oldest)) {
        return n;
      }
    }
    return seen.size();
  }

  private int length() {
    return new Item(fields()).length();
  }

  private Map<String, Object> fields() {
    var fields = new LinkedHashMap<String, Object>(item.fields());
    fields
        .keySet()
        .removeIf(name -> name.startsWith("_") || name.equals(EARLIER) || name.equals(KNOWN_SINCE));
    return fields;
  }

  private List<StoredLine> versions() {
    var versions = new ArrayList<StoredLine>();
    versions.add(this);
    if (item.get(EARLIER) instanceof List<?> earlier) {
      earlier.forEach(each -> versions.add(new StoredLine(new Item(LineItems.object(each)))));
    }
    return versions;
  }

  private long generation() {
    return item.number(GENERATION);
  }

  private long knownSince() {
    Long since = item.numberOrNull(KNOWN_SINCE);
    return since == null ? 0 : since;
  }

  /** The line as it stood in a generation; {@code null} if it did not. */
  @Nullable StoredLine at(long generation) {
    return versions().stream()
        .filter(version -> version.generation() <= generation)
        .findFirst()
        .filter(version -> version.item.is(LIVE, true))
        .orElse(null);
  }

  /** Whether how it stood in a generation is no longer known. */
  boolean isUnknownAt(long generation) {
    return knownSince() > generation;
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
