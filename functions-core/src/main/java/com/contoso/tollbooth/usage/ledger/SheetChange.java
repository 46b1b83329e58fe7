package com.contoso.tollbooth.usage.ledger;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares a sheet with the lines that a store has of it, retired ones too. They are given one by
 * one, each once, in the order of their keys; after the last one comes {@link #end}. If {@link
 * #looksFirst}, all of them are given to {@link #look} before.
 */
public final class SheetChange {
  private final DayChange day;
  private final KnownTwins twins;
  private final int to;
  private int place;

  SheetChange(DayChange day, DaySheets.Sheet sheet) {
    this.day = day;
    place = sheet.from();
    to = sheet.to();
    twins = new KnownTwins(day.sheets(), place, to);
  }

  /** What becomes of a stored line. */
  public enum Fate {
    /** It stays as it is, retired or not. */
    STAYS,
    /** It stays although the report lacks it, because some of the report was rejected. */
    STAYS_UNSEEN,
    /** It will be written anew. */
    CHANGES,
    /** It was retired and will be written anew. */
    RETURNS,
    /** It is to be retired. */
    RETIRES
  }

  /** Whether some of the report was rejected, and what it lacks is kept. */
  public boolean looksFirst() {
    return !day.sheets().complete();
  }

  /** A stored line, before any is compared. */
  public void look(LineKey key, Digest digest, Standing standing) {
    if (standing == Standing.CURRENT) {
      twins.add(key, digest);
    }
  }

  public Fate stored(LineKey key, Digest digest, Standing standing) {
    Map<Integer, Integer> placeByRank = twins.of(key.natural());
    return placeByRank == null
        ? inOrder(key, digest, standing)
        : twin(key, digest, standing, placeByRank.get(key.rank()));
  }

  private Fate inOrder(LineKey key, Digest digest, Standing standing) {
    while (place < to && day.sheets().key(place).compareTo(key) < 0) {
      markNew();
    }
    boolean present = place < to && day.sheets().key(place).equals(key);
    Fate fate = fate(present, present && day.sheets().digest(place).equals(digest), standing);
    if (fate == Fate.CHANGES || fate == Fate.RETURNS) {
      day.mark(place);
    }
    place += present ? 1 : 0;
    return fate;
  }

  private Fate twin(LineKey key, Digest digest, Standing standing, @Nullable Integer reported) {
    if (standing == Standing.RETIRED) {
      return Fate.STAYS;
    }
    if (reported == null) {
      return Fate.STAYS_UNSEEN;
    }
    if (day.sheets().digest(reported).equals(digest)) {
      return Fate.STAYS;
    }
    day.mark(reported, key);
    return Fate.CHANGES;
  }

  private Fate fate(boolean present, boolean same, Standing standing) {
    return switch (standing) {
      case RETIRED -> present ? Fate.RETURNS : Fate.STAYS;
      case CURRENT -> {
        if (present) {
          yield same ? Fate.STAYS : Fate.CHANGES;
        }
        yield day.sheets().complete() ? Fate.RETIRES : Fate.STAYS_UNSEEN;
      }
    };
  }

  /** What is left of the sheet is new. */
  public void end() {
    while (place < to) {
      markNew();
    }
  }

  private void markNew() {
    if (twins.of(day.sheets().key(place).natural()) == null) {
      day.mark(place);
    }
    place++;
  }

  /** How a stored line stands. */
  public enum Standing {
    CURRENT,
    RETIRED
  }
}
