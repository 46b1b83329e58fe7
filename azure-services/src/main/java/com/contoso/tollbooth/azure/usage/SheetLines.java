package com.contoso.tollbooth.azure.usage;

import com.contoso.tollbooth.azure.items.Item;
import com.contoso.tollbooth.azure.items.Items;
import com.contoso.tollbooth.usage.LedgerLine;
import com.contoso.tollbooth.usage.LedgerMoved;
import com.contoso.tollbooth.usage.LineId;
import com.contoso.tollbooth.usage.LineQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads the lines of a sheet as they are committed in a generation of its day. */
final class SheetLines {
  private static final int PAGE = 500;

  /** Where not each line that is found is meant, small pages would take many calls. */
  private static final int LEAST = 100;

  private final Items ledger;
  private final SheetName sheet;
  private final long generation;
  private final Predicate<Item> meant;
  private final SheetNarrowing narrowing;

  private SheetLines(
      Items ledger,
      SheetName sheet,
      long generation,
      Predicate<Item> meant,
      SheetNarrowing narrowing) {
    this.ledger = ledger;
    this.sheet = sheet;
    this.generation = generation;
    this.meant = meant;
    this.narrowing = narrowing;
  }

  static SheetLines all(Items ledger, SheetName sheet, long generation) {
    return new SheetLines(ledger, sheet, generation, any -> true, SheetNarrowing.NONE);
  }

  /**
   * Those that a query means.
   *
   * @param sums of the sheet; {@code null} if they are gone, replaced by newer ones
   */
  static SheetLines of(
      Items ledger, SheetName sheet, long generation, LineQuery query, @Nullable RollupSums sums) {
    Predicate<Item> meant = dimensions -> means(query, sheet, dimensions);
    return new SheetLines(
        ledger,
        sheet,
        generation,
        meant,
        sums == null ? SheetNarrowing.NONE : SheetNarrowing.of(sums, meant));
  }

  /** Whether a line or a rollup of these dimensions is asked for. */
  static boolean means(LineQuery query, SheetName sheet, Item dimensions) {
    return query.means(
        LineItems.dimensions(sheet.enrollment(), sheet.subscription(), dimensions),
        LineItems.basis(dimensions));
  }

  void each(Consumer<LedgerLine> each) {
    LineId last = null;
    List<LedgerLine> page;
    do {
      page = after(last, PAGE);
      page.forEach(each);
      last = page.isEmpty() ? null : page.getLast().id();
    } while (page.size() == PAGE);
  }

  /** In order, after a line. */
  List<LedgerLine> after(@Nullable LineId after, int limit) {
    var found = new ArrayList<LedgerLine>();
    LineId last = after;
    int some = Math.max(limit, LEAST);
    while (found.size() < limit) {
      List<Item> items = ledger.first(partition(), sql(), parameters(last), some);
      for (Item item : items) {
        meant(item).ifPresent(found::add);
      }
      if (items.size() < some) {
        break;
      }
      last = LedgerNames.line(sheet.enrollment(), items.getLast().id());
    }
    return found.subList(0, Math.min(limit, found.size()));
  }

  private Optional<LedgerLine> meant(Item item) {
    var line = new StoredLine(item);
    if (line.isUnknownAt(generation)) {
      throw new LedgerMoved(
          "%s of enrollment %s was applied again while it was read for longer than"
                  .formatted(sheet.day(), sheet.enrollment())
              + " tollbooth.usage.longest-read; read it again");
    }
    StoredLine then = line.at(generation);
    return then != null && meant.test(LineItems.part(then.item(), LineItems.DIMENSIONS))
        ? Optional.of(then.ledgerLine())
        : Optional.empty();
  }

  /** What a day that is being applied has changed may have been meant before. */
  private String sql() {
    return "SELECT * FROM c WHERE c.id > @from AND c.id < @to AND ((c.live = true"
        + narrowing.sql()
        + ") OR c.generation > @generation) ORDER BY c.id";
  }

  private Map<String, Object> parameters(@Nullable LineId after) {
    var parameters = new HashMap<>(LedgerNames.lines(sheet.enrollment()));
    parameters.putAll(narrowing.parameters());
    parameters.put("generation", generation);
    if (after != null) {
      parameters.put("from", LedgerNames.line(sheet.enrollment(), after));
    }
    return parameters;
  }

  private String partition() {
    return LedgerNames.sheet(sheet.subscription(), sheet.day());
  }
}
