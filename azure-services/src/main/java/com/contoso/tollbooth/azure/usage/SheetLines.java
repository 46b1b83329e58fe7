package com.contoso.tollbooth.azure.usage;

import com.contoso.tollbooth.azure.items.Item;
import com.contoso.tollbooth.azure.items.Items;
import com.contoso.tollbooth.usage.Dimensions;
import com.contoso.tollbooth.usage.LedgerLine;
import com.contoso.tollbooth.usage.LedgerMoved;
import com.contoso.tollbooth.usage.LineId;
import com.contoso.tollbooth.usage.LineQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the lines of sheets as they are committed, all or those that a query's elements fit. */
final class SheetLines {
  private static final int PAGE = 500;

  private final Items ledger;
  private final Map<String, Object> wanted = new LinkedHashMap<>();

  /** Told here alone: the database does not find an element whatever the case of its name. */
  private final Map<String, String> tags = new LinkedHashMap<>();

  private SheetLines(Items ledger) {
    this.ledger = ledger;
  }

  static SheetLines all(Items ledger) {
    return new SheetLines(ledger);
  }

  static SheetLines of(Items ledger, LineQuery query) {
    var lines = new SheetLines(ledger);
    lines.want("costCenter", query.costCenter());
    lines.want("department", query.department());
    lines.want("resourceGroup", query.resourceGroup());
    lines.want("service", query.service());
    lines.want("basis", query.basis() == null ? null : query.basis().name());
    lines.tags.putAll(query.tags());
    return lines;
  }

  private void want(String element, @Nullable String value) {
    if (value != null) {
      wanted.put(element, value);
    }
  }

  boolean wantsAll() {
    return wanted.isEmpty() && tags.isEmpty();
  }

  /** Whether a line or a rollup of these dimensions is wanted. */
  boolean fits(Item dimensions) {
    return wanted.entrySet().stream()
            .allMatch(each -> dimensions.is(each.getKey(), each.getValue()))
        && (tags.isEmpty() || fits(LineItems.tags(dimensions)));
  }

  private boolean fits(Map<String, String> tagged) {
    return tags.entrySet().stream()
        .allMatch(each -> Dimensions.tag(tagged, each.getKey()).equals(each.getValue()));
  }

  void each(SheetName sheet, long generation, Consumer<LedgerLine> each) {
    LineId last = null;
    List<LedgerLine> page;
    do {
      page = after(sheet, generation, last, PAGE);
      page.forEach(each);
      last = page.isEmpty() ? null : page.getLast().id();
    } while (page.size() == PAGE);
  }

  /** In order, after a line. */
  List<LedgerLine> after(SheetName sheet, long generation, @Nullable LineId after, int limit) {
    var found = new ArrayList<LedgerLine>();
    LineId last = after;
    int some = tags.isEmpty() ? limit : Math.max(limit, PAGE);
    while (found.size() < limit) {
      List<Item> items =
          ledger.first(partition(sheet), sql(), parameters(sheet, generation, last), some);
      for (Item item : items) {
        fitting(item, sheet, generation).ifPresent(found::add);
      }
      if (items.size() < some) {
        break;
      }
      last = LedgerNames.line(sheet.enrollment(), items.getLast().id());
    }
    return found.subList(0, Math.min(limit, found.size()));
  }

  private Optional<LedgerLine> fitting(Item item, SheetName sheet, long generation) {
    var line = new StoredLine(item);
    if (line.isUnknownAt(generation)) {
      throw new LedgerMoved(
          "%s of enrollment %s was applied again while it was read for longer than"
                  .formatted(sheet.day(), sheet.enrollment())
              + " tollbooth.usage.longest-read; read it again");
    }
    StoredLine then = line.at(generation);
    return then != null && fits(LineItems.part(then.item(), LineItems.DIMENSIONS))
        ? Optional.of(then.ledgerLine())
        : Optional.empty();
  }

  /** What a day that is being applied has changed may have fitted before. */
  private String sql() {
    var fits = new StringBuilder("c.live = true");
    wanted
        .keySet()
        .forEach(each -> fits.append(" AND c.dimensions.%s = @%s".formatted(each, each)));
    return "SELECT * FROM c WHERE c.id > @from AND c.id < @to AND (("
        + fits
        + ") OR c.generation > @generation) ORDER BY c.id";
  }

  private Map<String, Object> parameters(SheetName sheet, long generation, @Nullable LineId after) {
    var parameters = new HashMap<>(LedgerNames.lines(sheet.enrollment()));
    parameters.putAll(wanted);
    parameters.put("generation", generation);
    if (after != null) {
      parameters.put("from", LedgerNames.line(sheet.enrollment(), after));
    }
    return parameters;
  }

  private static String partition(SheetName sheet) {
    return LedgerNames.sheet(sheet.subscription(), sheet.day());
  }
}
