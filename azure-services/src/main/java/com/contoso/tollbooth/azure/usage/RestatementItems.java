package com.contoso.tollbooth.azure.usage;

import com.contoso.tollbooth.azure.items.Item;
import com.contoso.tollbooth.azure.items.Items;
import com.contoso.tollbooth.usage.RunId;
import com.contoso.tollbooth.usage.SubscriptionId;
import com.contoso.tollbooth.usage.UsageMonth;
import com.contoso.tollbooth.usage.ledger.Restatement;
import com.contoso.tollbooth.usage.ledger.Restatement.Difference;
import com.contoso.tollbooth.usage.ledger.RestatementTally;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the days of a closed month changed: chunks of differences that nobody reads until the item
 * that names them is there, which comes with the day's commit.
 */
record RestatementItems(Items ledger) {
  /** Enters the differences; returns the item that is to be committed with the day. */
  Item prepare(DayHead day, RunId run, Instant at, List<Difference> differences) {
    String partition = day.item().text(LedgerNames.PARTITION);
    long generation = day.begunGeneration();
    int chunks =
        Chunks.write(
            ledger,
            partition,
            chunk -> LedgerNames.difference(day.day(), generation, chunk),
            differences.stream().map(RestatementItems::elements).toList());
    return Item.named(LedgerNames.restated(run, day.day(), generation))
        .with(LedgerNames.PARTITION, partition)
        .with("run", run.value())
        .with("day", day.day().toString())
        .with("at", at.toString())
        .with("of", generation)
        .with("chunks", chunks);
  }

  /** One for each run, with the sum of its days; newest first. */
  List<Restatement> of(UsageMonth month) {
    String partition = LedgerNames.month(month.enrollment(), month.month());
    var days = new HashMap<RunId, Instant>();
    var tallies = new HashMap<RunId, RestatementTally>();
    ledger.each(
        partition,
        "SELECT * FROM c WHERE c.id > @from AND c.id < @to ORDER BY c.id",
        Map.of("from", "restated:", "to", "restated;"),
        item -> {
          var run = new RunId(item.text("run"));
          days.merge(run, Instant.parse(item.text("at")), (a, b) -> a.isBefore(b) ? a : b);
          add(partition, item, tallies.computeIfAbsent(run, each -> new RestatementTally()));
        });
    return days.entrySet().stream()
        .map(
            each ->
                new Restatement(
                    month.enrollment(),
                    month.month(),
                    each.getKey(),
                    each.getValue(),
                    Objects.requireNonNull(tallies.get(each.getKey())).differences()))
        .sorted(Comparator.comparing(Restatement::run).reversed())
        .toList();
  }

  private void add(String partition, Item restated, RestatementTally tally) {
    for (int chunk = 0; chunk < restated.number("chunks"); chunk++) {
      String name =
          LedgerNames.difference(
              LocalDate.parse(restated.text("day")), restated.number("of"), chunk);
      Item found =
          ledger
              .read(name, partition)
              .orElseThrow(() -> new IllegalStateException("there is no " + name));
      Chunks.elements(found).forEach(each -> tally.add(difference(each)));
    }
  }

  private static Map<String, Object> elements(Difference difference) {
    return Map.of(
        "subscription", difference.subscription().value(),
        "meterId", difference.meterId(),
        "meterName", difference.meterName(),
        "costCenter", difference.costCenter(),
        "currency", difference.currency(),
        "added", difference.added(),
        "changed", difference.changed(),
        "removed", difference.removed(),
        "before", difference.before().toString(),
        "after", difference.after().toString());
  }

  private static Difference difference(Item item) {
    return new Difference(
        new SubscriptionId(item.text("subscription")),
        item.text("meterId"),
        item.text("meterName"),
        item.text("costCenter"),
        item.text("currency"),
        item.number("added"),
        item.number("changed"),
        item.number("removed"),
        LineItems.decimal(item, "before"),
        LineItems.decimal(item, "after"));
  }
}
