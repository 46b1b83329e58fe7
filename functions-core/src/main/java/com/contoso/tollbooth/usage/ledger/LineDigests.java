package com.contoso.tollbooth.usage.ledger;

import com.contoso.tollbooth.usage.Cost;
import com.contoso.tollbooth.usage.UsageLine;
import java.util.Locale;

/** What tells a line from others, and one state of it from another. */
final class LineDigests {
  private final Sha256 sha256 = new Sha256();

  /** Of what is measured where and when. */
  Digest natural(UsageLine line) {
    return sha256
        .text(line.subscription().value())
        .text(line.meter().id().toLowerCase(Locale.ROOT))
        .text(line.resource().id().toLowerCase(Locale.ROOT))
        .number(line.date().toEpochDay())
        .end();
  }

  /** Of all but the decimals. */
  Digest circumstances(UsageLine line) {
    UsageLine.Meter meter = line.meter();
    sha256
        .text(line.subscriptionName())
        .text(meter.id())
        .text(meter.name())
        .text(meter.category())
        .text(meter.subCategory())
        .text(meter.region())
        .text(meter.unit());
    UsageLine.Resource resource = line.resource();
    sha256
        .text(resource.id())
        .text(resource.group())
        .text(resource.location())
        .text(resource.service());
    UsageLine.Owner owner = line.owner();
    return sha256
        .text(owner.costCenter())
        .text(owner.department())
        .text(owner.account())
        .text(line.charge().currency())
        .texts(line.tags())
        .texts(line.further())
        .end();
  }

  /** Of the whole line and its price. */
  Digest content(Digest circumstances, UsageLine.Charge charge, Cost cost) {
    return sha256
        .digest(circumstances)
        .decimal(charge.quantity())
        .decimal(charge.unitPrice())
        .decimal(charge.cost())
        .decimal(cost.amount())
        .text(cost.currency())
        .text(cost.basis().name())
        .end();
  }

  Digest content(PricedLine priced) {
    return content(circumstances(priced.line()), priced.line().charge(), priced.cost());
  }
}
