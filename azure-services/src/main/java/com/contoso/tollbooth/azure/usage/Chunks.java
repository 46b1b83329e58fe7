package com.contoso.tollbooth.azure.usage;

import com.contoso.tollbooth.azure.items.Item;
import com.contoso.tollbooth.azure.items.Items;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import tools.jackson.databind.json.JsonMapper;

/** A list that may be too long for one item, as several. */
final class Chunks {
  /** More in one would be no cheaper: a write costs by its kilobytes. */
  private static final int MOST = 250;

  /** An item has at most 2 MB; an element with many tags has 5 KB, but may have much more. */
  private static final long MOST_BYTES = 1_500_000;

  private static final JsonMapper JSON = JsonMapper.shared();

  private static final String ELEMENTS = "elements";

  private Chunks() {}

  /**
   * Enters the list.
   *
   * @param name of each chunk by its number
   * @return how many chunks it has
   */
  static int write(
      Items items, String partition, IntFunction<String> name, List<Map<String, Object>> all) {
    int chunks = 0;
    for (List<Map<String, Object>> some : cut(all)) {
      items.upsert(
          Item.named(name.apply(chunks++))
              .with(LedgerNames.PARTITION, partition)
              .with(ELEMENTS, some),
          partition);
    }
    return chunks;
  }

  private static List<List<Map<String, Object>>> cut(List<Map<String, Object>> all) {
    var chunks = new ArrayList<List<Map<String, Object>>>();
    int from = 0;
    long bytes = 0;
    for (int at = 0; at < all.size(); at++) {
      int length = JSON.writeValueAsBytes(all.get(at)).length;
      if (at > from && (at - from == MOST || bytes + length > MOST_BYTES)) {
        chunks.add(all.subList(from, at));
        from = at;
        bytes = 0;
      }
      bytes += length;
    }
    if (from < all.size()) {
      chunks.add(all.subList(from, all.size()));
    }
    return chunks;
  }

  static List<Item> elements(Item chunk) {
    var elements = new ArrayList<Item>();
    if (chunk.get(ELEMENTS) instanceof List<?> all) {
      all.forEach(each -> elements.add(new Item(LineItems.object(each))));
    }
    return elements;
  }
}
