package com.contoso.tollbooth.azure.usage;

import com.contoso.tollbooth.azure.items.Item;
import com.contoso.tollbooth.azure.items.Items;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** A list that may be too long for one item, as several. */
final class Chunks {
  /** An item has at most 2 MB, and an element with many tags 5 KB. */
  private static final int MOST = 250;

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
    for (int from = 0; from < all.size(); from += MOST) {
      items.upsert(
          Item.named(name.apply(chunks++))
              .with(LedgerNames.PARTITION, partition)
              .with(ELEMENTS, all.subList(from, Math.min(from + MOST, all.size()))),
          partition);
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
