package com.contoso.tollbooth.azure.cosmos;

import com.contoso.tollbooth.azure.items.Item;
import com.contoso.tollbooth.azure.items.Items;
import com.contoso.tollbooth.billing.ExportWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is known of all windows: the last closing time, how many buckets were ever in use, the
 * windows that are not settled, and how many rows the settled ones had.
 */
record LedgerHead(Item item) {
  private static final String ID = "ledger";

  static LedgerHead beginning(long to, int buckets) {
    return new LedgerHead(
        Item.named(ID)
            .with("to", to)
            .with("buckets", buckets)
            .with("unsettled", List.of())
            .with("exportedRows", 0L));
  }

  static Optional<LedgerHead> read(Items exports) {
    return exports.read(ID, ID).map(LedgerHead::new);
  }

  /**
   * Changes it once, whoever else is at it.
   *
   * @param change gives the changed head, or empty to leave it
   * @param beginning is the head if there is none yet
   * @return the head as it stands then
   */
  static LedgerHead change(
      Items exports, LedgerHead beginning, Function<LedgerHead, Optional<LedgerHead>> change) {
    return new LedgerHead(
        exports
            .changeOrBegin(
                beginning.item(), item -> change.apply(new LedgerHead(item)).map(LedgerHead::item))
            .item());
  }

  /** The last closing time: nothing is recorded before it any more. */
  long to() {
    return item.number("to");
  }

  int buckets() {
    return (int) item.number("buckets");
  }

  long exportedRows() {
    return item.number("exportedRows");
  }

  LedgerHead withBuckets(int buckets) {
    return new LedgerHead(item.with("buckets", buckets));
  }

  LedgerHead closed(ExportWindow window) {
    var open = new ArrayList<>(unsettled());
    open.add(window);
    return new LedgerHead(
        item.with("to", window.to().toEpochMilli()).with("unsettled", written(open)));
  }

  LedgerHead settled(ExportWindow window, long rows) {
    var open = new ArrayList<>(unsettled());
    open.remove(window);
    return new LedgerHead(
        item.with("unsettled", written(open)).with("exportedRows", exportedRows() + rows));
  }

  /** Oldest first. */
  List<ExportWindow> unsettled() {
    var windows = new ArrayList<ExportWindow>();
    if (item.get("unsettled") instanceof List<?> all) {
      for (Object each : all) {
        if (each instanceof Map<?, ?> window
            && window.get("from") instanceof Number from
            && window.get("to") instanceof Number to) {
          windows.add(
              new ExportWindow(
                  Instant.ofEpochMilli(from.longValue()), Instant.ofEpochMilli(to.longValue())));
        }
      }
    }
    windows.sort(Comparator.naturalOrder());
    return windows;
  }

  /** Whether billing has what was recorded then. */
  boolean exported(long recordedAt) {
    return recordedAt < to()
        && unsettled().stream()
            .noneMatch(
                window ->
                    recordedAt >= window.from().toEpochMilli()
                        && recordedAt < window.to().toEpochMilli());
  }

  private static List<Map<String, Long>> written(List<ExportWindow> windows) {
    return windows.stream()
        .map(
            window ->
                Map.of("from", window.from().toEpochMilli(), "to", window.to().toEpochMilli()))
        .toList();
  }
}
