package com.contoso.tollbooth.usage.ledger;

import com.contoso.tollbooth.usage.DayLines;
import com.contoso.tollbooth.usage.UsageLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Which lines of a day are to be written: first each sheet whose digest is not the stored one is
 * compared, then the day is read again for the lines that came out.
 */
public final class DayChange {
  private final DayRevision revision;
  private final DaySheets sheets;
  private final BitSet marked;
  private final Map<Integer, LineKey> moved = new HashMap<>();

  public DayChange(DayRevision revision, DaySheets sheets) {
    this.revision = revision;
    this.sheets = sheets;
    marked = new BitSet(sheets.lines());
  }

  public SheetChange compare(DaySheets.Sheet sheet) {
    return new SheetChange(this, sheet);
  }

  /**
   * Hands out each line to be written, once; does not read the day if there is none.
   *
   * @return how many they were
   * @throws IOException also if the day is not what it was when first read: the file of a day is
   *     replaced by that of the next report
   */
  public long write(Writer writer) throws IOException {
    if (marked.isEmpty()) {
      return 0;
    }
    var again = new SecondReading(writer);
    DayLines lines = revision.lines();
    try {
      lines.forEach(again::read);
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    }
    if (again.read != sheets.lines()) {
      throw new IOException(again.changed());
    }
    return marked.cardinality();
  }

  DaySheets sheets() {
    return sheets;
  }

  void mark(int place) {
    marked.set(place);
  }

  /** Is to be written under another key than the report alone would give it. */
  void mark(int place, LineKey key) {
    marked.set(place);
    moved.put(place, key);
  }

  private LineKey key(int place) {
    LineKey key = moved.get(place);
    return key == null ? sheets.key(place) : key;
  }

  /** Writes one line under its key. */
  public interface Writer {
    void write(LineKey key, Digest digest, PricedLine line);
  }

  private final class SecondReading {
    private final Writer writer;
    private final PriceLine price = new PriceLine(revision.rates());
    private final LineDigests digests = new LineDigests();
    private final int[] places = sheets.placesAsRead();
    private int read;

    private SecondReading(Writer writer) {
      this.writer = writer;
    }

    private void read(UsageLine line) {
      int number = read++;
      if (number >= places.length) {
        throw new UncheckedIOException(new IOException(changed()));
      }
      int place = places[number];
      if (marked.get(place)) {
        PricedLine priced = price.apply(line);
        Digest digest = digests.content(priced);
        LineKey key = key(place);
        if (!digest.equals(sheets.digest(place)) || !digests.natural(line).equals(key.natural())) {
          throw new UncheckedIOException(new IOException(changed()));
        }
        writer.write(key, digest, priced);
      }
    }

    private String changed() {
      return "the file of " + revision.file().day() + " changed while it was read";
    }
  }
}
