package com.contoso.tollbooth.azure.usage;

import com.contoso.tollbooth.azure.items.Item;
import com.contoso.tollbooth.azure.items.Items;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.retrieve.ReportTags;
import java.time.YearMonth;
import java.util.Optional;

/** Tags beside the days of their month, so that each instance knows what another ordered. */
public final class CosmosReportTags implements ReportTags {
  private final Items items;

  public CosmosReportTags(UsageStore store) {
    items = store.ledgerReads();
  }

  @Override
  public Optional<String> find(EnrollmentNumber enrollment, YearMonth month, Kind kind) {
    return items
        .read(name(kind), LedgerNames.month(enrollment, month))
        .map(item -> item.text("tag"));
  }

  @Override
  public void keep(EnrollmentNumber enrollment, YearMonth month, Kind kind, String tag) {
    String partition = LedgerNames.month(enrollment, month);
    items.upsert(
        Item.named(name(kind)).with(LedgerNames.PARTITION, partition).with("tag", tag), partition);
  }

  @Override
  public void forget(EnrollmentNumber enrollment, YearMonth month, Kind kind) {
    items.delete(name(kind), LedgerNames.month(enrollment, month));
  }

  private static String name(Kind kind) {
    return "tag:" + kind.name();
  }
}
