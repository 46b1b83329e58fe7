package com.contoso.tollbooth.usage.split;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the split must know of an element, gathered while it streams by, and what is wrong with it.
 * One object serves a whole report, an element after the other.
 */
final class LineFacts {
  private static final int FIELDS = UsageField.values().length;
  private static final int UNSEEN = Integer.MAX_VALUE;
  private static final int SHOWN = 40;

  private final Days days = new Days();
  private final int[] seen = new int[FIELDS];
  private final int[] rank = new int[FIELDS];
  private final @Nullable Object[] values = new @Nullable Object[FIELDS];
  private final @Nullable String[] faults = new @Nullable String[FIELDS];
  private @Nullable String wrong;
  private long number;

  /** Begins with the element of that number. */
  void begin(long element) {
    number = element;
    wrong = null;
    Arrays.fill(seen, 0);
    Arrays.fill(rank, UNSEEN);
    Arrays.fill(values, null);
    Arrays.fill(faults, null);
  }

  long number() {
    return number;
  }

  /** The element as a whole is not what it should be. */
  void wrong(String reason) {
    if (wrong == null) {
      wrong = reason;
    }
  }

  /** A field begins; says whether its value is needed. */
  boolean begins(FieldNames.Name name) {
    if (name.seenAgainIn(number)) {
      twice(name);
    }
    UsageField.Name meaning = name.meaning;
    if (meaning == null) {
      return false;
    }
    int place = meaning.field().ordinal();
    int bit = 1 << meaning.rank();
    if ((seen[place] & bit) != 0) {
      twice(name);
    }
    seen[place] |= bit;
    return meaning.field().needed() && meaning.rank() < rank[place];
  }

  private void twice(FieldNames.Name name) {
    wrong("'" + shown(name.text) + "' is there twice");
    UsageField.Name meaning = name.meaning;
    if (meaning != null) {
      int place = meaning.field().ordinal();
      values[place] = null;
      // Nothing may decide which of the two is meant.
      rank[place] = -1;
    }
  }

  /** The value of a needed field. Blank is the same as absent. */
  void value(FieldNames.Name name, char[] text, int from, int length) {
    int start = from;
    int end = from + length;
    while (start < end && blank(text[start])) {
      start++;
    }
    while (end > start && blank(text[end - 1])) {
      end--;
    }
    if (start == end) {
      return;
    }
    Object value =
        switch (Objects.requireNonNull(name.meaning).field()) {
          case DATE -> days.parse(text, start, end - start);
          case SUBSCRIPTION -> Boolean.TRUE;
          default -> Decimals.parse(text, start, end - start);
        };
    take(name, value);
    if (value == null) {
      fault(name, new String(text, start, Math.min(end - start, SHOWN + 1)));
    }
  }

  /** The value of a needed field is an object, an array or a truth value. */
  void unfit(FieldNames.Name name, String what) {
    take(name, null);
    fault(name, what);
  }

  private void take(FieldNames.Name name, @Nullable Object value) {
    UsageField.Name meaning = Objects.requireNonNull(name.meaning);
    int place = meaning.field().ordinal();
    rank[place] = meaning.rank();
    values[place] = value;
    faults[place] = null;
  }

  private void fault(FieldNames.Name name, String text) {
    UsageField field = Objects.requireNonNull(name.meaning).field();
    String lacking =
        switch (field) {
          case DATE -> "no day";
          case SUBSCRIPTION -> "no text";
          default -> "no number";
        };
    faults[field.ordinal()] =
        "'" + shown(name.text) + "' is " + lacking + ": '" + shown(text) + "'";
  }

  static boolean blank(char c) {
    return c <= ' ' || Character.isWhitespace(c);
  }

  private static String shown(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }

  /** Why the line cannot be processed, or {@code null} if it can. */
  @Nullable String fault() {
    if (wrong != null) {
      return wrong;
    }
    for (String fault : faults) {
      if (fault != null) {
        return fault;
      }
    }
    if (values[UsageField.DATE.ordinal()] == null) {
      return "it has no date";
    }
    return values[UsageField.QUANTITY.ordinal()] == null ? "it has no quantity" : null;
  }

  /** The day, if one is known. */
  @Nullable LocalDate day() {
    return (LocalDate) values[UsageField.DATE.ordinal()];
  }

  @Nullable BigDecimal decimal(UsageField field) {
    return (BigDecimal) values[field.ordinal()];
  }

  /** Adds what is known of its quantity and cost. */
  void addTo(Tally tally) {
    tally.add(decimal(UsageField.QUANTITY), decimal(UsageField.COST));
  }
}
