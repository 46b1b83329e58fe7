package com.contoso.tollbooth.usage.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.UsageMonth;
import com.contoso.tollbooth.usage.UsageSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SettleMonthTests {
  private static final YearMonth MONTH = YearMonth.of(2026, 2);
  private static final EnrollmentNumber ENROLLMENT = new EnrollmentNumber("100");

  private final OneMonth ledger = new OneMonth();

  @Test
  void goesFromOpenToClosedByTheClock() {
    assertThat(settledAt("2026-02-28T23:59:59Z").state()).isEqualTo(MonthState.OPEN);
    assertThat(settledAt("2026-03-01T00:00:00Z").state()).isEqualTo(MonthState.SETTLING);
    assertThat(settledAt("2026-03-10T23:59:59Z").state()).isEqualTo(MonthState.SETTLING);
    assertThat(settledAt("2026-03-11T00:00:00Z"))
        .isEqualTo(
            new LedgerMonth(
                ENROLLMENT, MONTH, MonthState.CLOSED, Instant.parse("2026-03-11T00:00:00Z")));
  }

  @Test
  void leavesARestatedMonthRestated() {
    var restated = new LedgerMonth(ENROLLMENT, MONTH, MonthState.RESTATED, Instant.EPOCH);
    ledger.month = restated;

    assertThat(settledAt("2026-04-01T00:00:00Z")).isEqualTo(restated);
  }

  @Test
  void doesNotSettleForLessThanNoDays() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new UsageSettings(-1, Duration.ofHours(6)));
  }

  private LedgerMonth settledAt(String now) {
    Instant at = Instant.parse(now);
    return new SettleMonth(ledger, new UsageSettings(10, Duration.ofHours(6)), () -> at)
        .apply(new UsageMonth(ENROLLMENT, MONTH));
  }

  /** Knows the state of one month, as the port promises. */
  private static final class OneMonth implements UsageLedger {
    private @Nullable LedgerMonth month;

    @Override
    public Optional<LedgerMonth> month(EnrollmentNumber enrollment, YearMonth of) {
      return Optional.ofNullable(month);
    }

    @Override
    public void settle(LedgerMonth settled) {
      if (month == null || settled.state().compareTo(month.state()) > 0) {
        month = settled;
      }
    }

    @Override
    public Optional<LedgerDay> day(EnrollmentNumber enrollment, LocalDate day) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<LedgerDay> days(EnrollmentNumber enrollment, YearMonth of) {
      throw new UnsupportedOperationException();
    }

    @Override
    public DayOutcome apply(DayRevision revision) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<LedgerMonth> months() {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Restatement> restatements(EnrollmentNumber enrollment, YearMonth of) {
      throw new UnsupportedOperationException();
    }
  }
}
