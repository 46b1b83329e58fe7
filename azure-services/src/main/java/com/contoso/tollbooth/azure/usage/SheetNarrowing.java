package com.contoso.tollbooth.azure.usage;

import com.contoso.tollbooth.azure.items.Item;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What the database is told of the lines that are meant: the values that the indexed elements have
 * in the rollups that are meant. It may find more, which the reader leaves out: the database knows
 * neither wildcards nor tags whatever the case of their names.
 */
record SheetNarrowing(String sql, Map<String, Object> parameters) {
  static final SheetNarrowing NONE = new SheetNarrowing("", Map.of());

  /** A query with more is longer than what it spares. */
  private static final int MOST_VALUES = 50;

  static SheetNarrowing of(RollupSums sums, Predicate<Item> meant) {
    var sql = new StringBuilder();
    var parameters = new HashMap<String, Object>();
    for (String element : UsageStore.FOUND_BY) {
      Set<String> values = values(sums, element, meant);
      if (values.size() <= MOST_VALUES
          && values.size() < values(sums, element, any -> true).size()) {
        var names = new TreeSet<String>();
        for (String value : values) {
          String name = element + names.size();
          names.add("@" + name);
          parameters.put(name, value);
        }
        sql.append(" AND c.dimensions.%s IN (%s)".formatted(element, String.join(", ", names)));
      }
    }
    return new SheetNarrowing(sql.toString(), parameters);
  }

  private static Set<String> values(RollupSums sums, String element, Predicate<Item> meant) {
    var values = new TreeSet<String>();
    sums.dimensions().filter(meant).forEach(each -> values.add(each.text(element)));
    return values;
  }
}
