package com.contoso.tollbooth.usage.split;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names of one report's fields. Its elements mostly have the same names in the same order, so
 * that the name that stood there the last time is tried first.
 */
final class FieldNames {
  /** Names beyond which the memory of them is begun anew, lest a strange report fills the heap. */
  private static final int MOST = 10_000;

  private final Map<String, Name> known = new HashMap<>();
  private final List<Name> order = new ArrayList<>();

  /** The name of the field at a place of an element. */
  Name at(int place, String text) {
    if (place < order.size() && order.get(place).text.equals(text)) {
      return order.get(place);
    }
    Name name = known.computeIfAbsent(text, Name::new);
    if (place < order.size()) {
      order.set(place, name);
    } else if (place < MOST) {
      order.add(name);
    }
    return name;
  }

  /** Between two elements. */
  void nextElement() {
    if (known.size() > MOST) {
      known.clear();
      order.clear();
    }
  }

  /** A name, what it stands for, and the last element it was seen in. */
  static final class Name {
    final String text;
    final UsageField.@Nullable Name meaning;
    private long seenIn = -1;

    Name(String text) {
      this.text = text;
      this.meaning = UsageField.of(text);
    }

    /** Whether it was seen in that element before. */
    boolean seenAgainIn(long element) {
      boolean again = seenIn == element;
      seenIn = element;
      return again;
    }
  }
}
