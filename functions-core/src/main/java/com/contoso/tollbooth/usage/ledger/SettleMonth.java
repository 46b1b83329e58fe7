package com.contoso.tollbooth.usage.ledger;

import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.UsageSettings;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.function.Function;

/** Stores where a month stands by the clock, unless it stands further already. */
record SettleMonth(UsageLedger ledger, UsageSettings settings, InstantSource clock)
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
    if (now.isBefore(UsageSettings.ends(month))) {
      return MonthState.OPEN;
    }
    return now.isBefore(settings.closes(month)) ? MonthState.SETTLING : MonthState.CLOSED;
  }
}
