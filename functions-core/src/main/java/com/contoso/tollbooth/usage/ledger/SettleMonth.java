package com.contoso.tollbooth.usage.ledger;

import com.contoso.tollbooth.usage.UsageMonth;
import com.contoso.tollbooth.usage.UsageSettings;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.function.Function;

/** Stores where a month stands by the clock, unless it stands further already. */
record SettleMonth(UsageLedger ledger, UsageSettings settings, InstantSource clock)
    implements Function<UsageMonth, LedgerMonth> {

  @Override
  public LedgerMonth apply(UsageMonth month) {
    Instant now = clock.instant();
    var derived =
        new LedgerMonth(month.enrollment(), month.month(), stateOf(month.month(), now), now);
    ledger.settle(derived);
    return ledger.month(month.enrollment(), month.month()).orElse(derived);
  }

  private MonthState stateOf(YearMonth month, Instant now) {
    if (now.isBefore(UsageSettings.ends(month))) {
      return MonthState.OPEN;
    }
    return now.isBefore(settings.closes(month)) ? MonthState.SETTLING : MonthState.CLOSED;
  }
}
