package com.contoso.tollbooth.usage.ledger;

import com.contoso.tollbooth.usage.EnrollmentNumber;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the usage lines by day. What a day holds is a function of the newest report applied to it
 * and of nothing else: not of the order of its lines, of what was there before, nor of how often or
 * in which order reports arrived.
 */
public interface UsageLedger {
  /** What is known of a day; empty if no report was ever applied to it. */
  Optional<LedgerDay> day(EnrollmentNumber enrollment, LocalDate day);

  /** The days of a month to which a report was applied, in order. */
  List<LedgerDay> days(EnrollmentNumber enrollment, YearMonth month);

  /**
   * Makes a day's lines those of the revision: writes what is new or changed, retires what has
   * vanished, touches nothing else. Idempotent; a revision older than the one applied changes
   * nothing. Cut off at any moment, the same revision again completes it. Of a month that is closed
   * the difference is kept as a restatement, in the same step.
   */
  DayOutcome apply(DayRevision revision) throws IOException;

  /** Every month of every enrollment, newest first. */
  List<LedgerMonth> months();

  Optional<LedgerMonth> month(EnrollmentNumber enrollment, YearMonth month);

  /** Stores the state of a month; a state never goes back. */
  void settle(LedgerMonth month);

  /** The restatements of a month, newest first. */
  List<Restatement> restatements(EnrollmentNumber enrollment, YearMonth month);
}
