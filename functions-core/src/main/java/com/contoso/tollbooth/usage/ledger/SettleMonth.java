package com.contoso.tollbooth.usage.ledger;

import com.contoso.tollbooth.usage.Fetch;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.function.Function;

/** Stores where a month stands by the clock, unless it stands further already. */
record SettleMonth(UsageLedger ledger, LedgerSettings settings, InstantSource clock)
    implements Function<Fetch, LedgerMonth> {

  @Override
  public LedgerMonth apply(Fetch fetch) {
    Instant now = clock.instant();
    var derived =
        new LedgerMonth(fetch.enrollment(), fetch.month(), stateOf(fetch.month(), now), now);
    ledger.settle(derived);
    return ledger.month(fetch.enrollment(), fetch.month()).orElse(derived);
  }

  private MonthState stateOf(YearMonth month, Instant now) {
    var end = month.plusMonths(1).atDay(1);
    if (now.isBefore(end.atStartOfDay().toInstant(ZoneOffset.UTC))) {
      return MonthState.OPEN;
    }
    var closing = end.plusDays(settings.settlingDays());
    return now.isBefore(closing.atStartOfDay().toInstant(ZoneOffset.UTC))
        ? MonthState.SETTLING
        : MonthState.CLOSED;
  }
}
