package com.contoso.tollbooth;

import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.JobRecord;
import com.contoso.tollbooth.usage.RunId;
import com.contoso.tollbooth.usage.SubscriptionId;
import com.contoso.tollbooth.usage.UsageMail;
import com.contoso.tollbooth.usage.control.RunEnd;
import com.contoso.tollbooth.usage.ledger.Restatement;
import com.contoso.tollbooth.usage.ledger.Restatement.Difference;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunMailsTests {
  private static final Instant AT = Instant.parse("2026-03-20T04:00:00Z");
  private static final Fetch FETCH =
      new Fetch(new EnrollmentNumber("100-1"), YearMonth.of(2026, 2), RunId.at(AT));

  @Test
  void tellsOfARestatement() {
    UsageMail mail =
        RunMails.restated(
            new Restatement(
                FETCH.enrollment(),
                FETCH.month(),
                FETCH.run(),
                AT,
                List.of(
                    difference("s1", "CC-7", 1, 2, 0, "100.50", "112.75"),
                    difference("s2", "", 0, 0, 3, "9", "0.00"))));

    assertThat(mail.subject()).isEqualTo("2026-02 of enrollment 100-1 is restated");
    assertThat(mail.text())
        .isEqualTo(
            """
            2026-02 was closed, and its report has changed since.

              EUR 109.5 before, 112.75 after: +3.25

            By subscription, meter and cost centre:
              s1  Compute Hours  CC-7: 1 added, 2 changed, 0 removed; 100.5 → 112.75 EUR
              s2  Compute Hours  (no cost centre): 0 added, 0 changed, 3 removed; 9 → 0 EUR

            The page "Usage" shows every difference. If the month was charged back, charge the
            difference.
            """);
  }

  @Test
  void aRestatementThatIsTheSameIsTheSameMail() {
    Restatement first = restatement(difference("s1", "CC-7", 1, 2, 0, "100.50", "112.75"));
    Restatement same = restatement(difference("s1", "CC-7", 1, 2, 0, "100.5", "112.750"));
    Restatement grown = restatement(difference("s1", "CC-7", 1, 2, 1, "100.5", "112.75"));

    assertThat(RunMails.restated(same).id()).isEqualTo(RunMails.restated(first).id());
    assertThat(RunMails.restated(grown).id()).isNotEqualTo(RunMails.restated(first).id());
  }

  private static Restatement restatement(Difference... differences) {
    return new Restatement(
        FETCH.enrollment(), FETCH.month(), FETCH.run(), AT, List.of(differences));
  }

  @Test
  void showsTwentyDifferencesAndCountsTheRest() {
    UsageMail mail =
        RunMails.restated(
            new Restatement(
                FETCH.enrollment(),
                FETCH.month(),
                FETCH.run(),
                AT,
                Collections.nCopies(23, difference("s1", "CC-7", 1, 0, 0, "0", "1"))));

    assertThat(mail.text().lines().filter(line -> line.contains("CC-7"))).hasSize(20);
    assertThat(mail.text()).contains("  … and 3 more\n").contains("0 before, 23 after: +23");
  }

  @Test
  void tellsOfARunThatFailedAndWhatToDo() {
    UsageMail mail =
        RunMails.failed(
            new RunEnd(FETCH, JobRecord.Outcome.FAILED, 0, 0, 0, "the report is cut off"));

    assertThat(mail.id()).isEqualTo("usage-failed-100-1-2026-02-20260320");
    assertThat(mail.text())
        .contains("  the report is cut off\n")
        .contains("./tollbooth usage run --enrollment 100-1 --month 2026-02");
  }

  private static Difference difference(
      String subscription,
      String costCenter,
      long added,
      long changed,
      long removed,
      String before,
      String after) {
    return new Difference(
        new SubscriptionId(subscription),
        "m1",
        "Compute Hours",
        costCenter,
        "EUR",
        added,
        changed,
        removed,
        new BigDecimal(before),
        new BigDecimal(after));
  }
}
