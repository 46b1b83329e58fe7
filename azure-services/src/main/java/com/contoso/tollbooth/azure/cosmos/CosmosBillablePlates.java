package com.contoso.tollbooth.azure.cosmos;

import com.contoso.tollbooth.azure.items.Item;
import com.contoso.tollbooth.azure.items.Items;
import com.contoso.tollbooth.billing.BillablePlate;
import com.contoso.tollbooth.billing.BillablePlates;
import com.contoso.tollbooth.billing.ExportWindow;
import com.contoso.tollbooth.plate.BoothId;
import com.contoso.tollbooth.plate.Confidence;
import com.contoso.tollbooth.plate.Jurisdiction;
import com.contoso.tollbooth.plate.LicensePlate;
import com.contoso.tollbooth.plate.PassageId;
import com.contoso.tollbooth.plate.PlateAccepted;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The billing ledger as slots, read one at a time: hour by hour, bucket by bucket, in a slot by
 * recording time. A slot is held in memory while pages of it are asked for.
 */
public final class CosmosBillablePlates implements BillablePlates {
  private static final Comparator<Item> IN_SLOT =
      Comparator.comparingLong((Item entry) -> entry.number("recordedAt")).thenComparing(Item::id);

  private final Items passages;
  private final Items ledger;
  private final Items exports;
  private final LedgerSettings settings;

  public CosmosBillablePlates(CosmosStore store, LedgerSettings settings) {
    this.passages = store.passages();
    this.ledger = store.ledger();
    this.exports = store.exports();
    this.settings = settings;
  }

  @Override
  public Optional<ExportWindow> closeWindow(Instant closing) {
    var closed = new AtomicReference<@Nullable ExportWindow>();
    LedgerHead.change(
        exports,
        LedgerHead.beginning(hourBefore(closingTime(closing, null)), settings.buckets()),
        head -> {
          closed.set(null);
          long to = closingTime(closing, head.item().answeredAt());
          if (to <= head.to()) {
            OptionalLong late = lastRecordedSince(head);
            if (late.isEmpty()) {
              return Optional.empty();
            }
            to = late.getAsLong() + 1;
          }
          var window = new ExportWindow(Instant.ofEpochMilli(head.to()), Instant.ofEpochMilli(to));
          closed.set(window);
          return Optional.of(head.closed(window));
        });
    return Optional.ofNullable(closed.get());
  }

  /**
   * Takes in what was recorded at that very millisecond, and never trusts a clock that is ahead.
   */
  private long closingTime(Instant closing, @Nullable String serverDate) {
    Instant now = server(serverDate).filter(closing::isAfter).orElse(closing);
    return now.minus(settings.margin()).toEpochMilli() + 1;
  }

  private static Optional<Instant> server(@Nullable String date) {
    try {
      return date == null
          ? Optional.empty()
          : Optional.of(
              ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                  .toInstant()
                  .plusSeconds(1));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static long hourBefore(long to) {
    return to - 1 - Math.floorMod(to - 1, Slot.HOUR);
  }

  /** What writers recorded at the last closing time because the clock jumped back behind it. */
  private OptionalLong lastRecordedSince(LedgerHead head) {
    long hour = head.to() - Math.floorMod(head.to(), Slot.HOUR);
    OptionalLong last = OptionalLong.empty();
    for (int bucket = 0; bucket < head.buckets(); bucket++) {
      for (Item entry : ledger.partition(new Slot(hour, bucket).name())) {
        long at = entry.number("recordedAt");
        if (at >= head.to() && (last.isEmpty() || at > last.getAsLong())) {
          last = OptionalLong.of(at);
        }
      }
    }
    return last;
  }

  @Override
  public List<ExportWindow> unsettled() {
    return LedgerHead.read(exports).map(LedgerHead::unsettled).orElse(List.of());
  }

  @Override
  public List<BillablePlate> page(ExportWindow window, @Nullable PassageId after, int limit) {
    int buckets = LedgerHead.read(exports).map(LedgerHead::buckets).orElse(settings.buckets());
    long from = window.from().toEpochMilli();
    Slot slot = new Slot(from - Math.floorMod(from, Slot.HOUR), 0);
    var plates = new ArrayList<BillablePlate>();
    if (after != null) {
      slot = slotOf(after);
      List<Item> entries = entries(slot, window);
      int read = entries.stream().map(Item::id).toList().indexOf(after.value());
      add(entries.subList(read + 1, entries.size()), limit, plates);
      slot = slot.next(buckets);
    }
    while (plates.size() < limit && slot.hour() < window.to().toEpochMilli()) {
      add(entries(slot, window), limit, plates);
      slot = slot.next(buckets);
    }
    return plates;
  }

  private Slot slotOf(PassageId passage) {
    return passages
        .read(passage.value(), passage.value())
        .map(LedgerEntries::slotOf)
        .orElseThrow(() -> new IllegalArgumentException("there is no passage " + passage));
  }

  private List<Item> entries(Slot slot, ExportWindow window) {
    return ledger.partition(slot.name()).stream()
        .filter(entry -> entry.number("recordedAt") >= window.from().toEpochMilli())
        .filter(entry -> entry.number("recordedAt") < window.to().toEpochMilli())
        .sorted(IN_SLOT)
        .toList();
  }

  private static void add(List<Item> entries, int limit, List<BillablePlate> plates) {
    entries.stream()
        .limit(limit - plates.size())
        .map(CosmosBillablePlates::plate)
        .forEach(plates::add);
  }

  @Override
  public void settle(ExportWindow window, long rows) {
    LedgerHead.change(
        exports,
        LedgerHead.beginning(window.to().toEpochMilli(), settings.buckets()),
        head ->
            head.unsettled().contains(window)
                ? Optional.of(head.settled(window, rows))
                : Optional.empty());
  }

  private static BillablePlate plate(Item entry) {
    return new BillablePlate(
        new PassageId(entry.id()),
        new BoothId(entry.text("booth")),
        Instant.ofEpochMilli(entry.number("capturedAt")),
        new LicensePlate(entry.text("plate")),
        Jurisdiction.valueOf(entry.text("jurisdiction")),
        new Confidence(entry.decimal("confidence")),
        PlateAccepted.Source.valueOf(entry.text("source")));
  }
}
