package com.contoso.tollbooth.usage.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Of a report some of whose lines were rejected: the natural keys that more lines of the store
 * share than of the report. Ranks mean nothing there, since the rank of a line that was rejected is
 * another's now. So a reported line keeps the key under which it is known to the last digit; only
 * those that are left take the place of another, in order; and what is left in the store stays.
 */
final class KnownTwins {
  private final DaySheets sheets;
  private final int to;
  private int place;
  private @Nullable Digest natural;
  private final Map<Integer, Digest> stored = new LinkedHashMap<>();
  private final Map<Digest, Map<Integer, Integer>> found = new HashMap<>();

  KnownTwins(DaySheets sheets, int from, int to) {
    this.sheets = sheets;
    place = from;
    this.to = to;
  }

  /** A stored line; they come in the order of their keys. */
  void add(LineKey key, Digest digest) {
    if (!key.natural().equals(natural)) {
      match();
      natural = key.natural();
    }
    stored.put(key.rank(), digest);
  }

  /**
   * The place of the reported line for each rank that one is meant for; {@code null} if the
   * report's own ranks hold. To be asked when all stored lines were added.
   */
  @Nullable Map<Integer, Integer> of(Digest asked) {
    match();
    return found.get(asked);
  }

  private void match() {
    if (natural == null) {
      return;
    }
    List<Integer> reported = reported(natural);
    if (!reported.isEmpty() && reported.size() < stored.size()) {
      found.put(natural, placeByRank(reported));
    }
    natural = null;
    stored.clear();
  }

  private List<Integer> reported(Digest natural) {
    while (place < to && sheets.key(place).natural().compareTo(natural) < 0) {
      place++;
    }
    var reported = new ArrayList<Integer>();
    while (place < to && sheets.key(place).natural().equals(natural)) {
      reported.add(place++);
    }
    return reported;
  }

  private Map<Integer, Integer> placeByRank(List<Integer> reported) {
    var byDigest = new HashMap<Digest, Deque<Integer>>();
    reported.forEach(
        each -> byDigest.computeIfAbsent(sheets.digest(each), d -> new ArrayDeque<>()).add(each));
    var placeByRank = new HashMap<Integer, Integer>();
    stored.forEach(
        (rank, digest) -> {
          Deque<Integer> known = byDigest.get(digest);
          if (known != null && !known.isEmpty()) {
            placeByRank.put(rank, known.remove());
          }
        });
    var left =
        new ArrayDeque<>(byDigest.values().stream().flatMap(Deque::stream).sorted().toList());
    for (int rank : stored.keySet()) {
      if (!left.isEmpty() && !placeByRank.containsKey(rank)) {
        placeByRank.put(rank, left.poll());
      }
    }
    return placeByRank;
  }
}
