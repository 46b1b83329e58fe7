package com.contoso.tollbooth;

import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.JobLog;
import com.contoso.tollbooth.usage.JobRecord;
import com.contoso.tollbooth.usage.RunId;
import com.contoso.tollbooth.usage.UsageMails;
import com.contoso.tollbooth.usage.UsageMonth;
import com.contoso.tollbooth.usage.ledger.Restatement;
import com.contoso.tollbooth.usage.ledger.UsageLedger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mails how runs changed a closed month; again only if one has changed it more since. Every run of
 * the month is told of, so that one which failed, or whose mail could not be sent, is told of in
 * the end. It stops nothing: what cannot be told now is told by the next run or controller.
 */
record TellRestatements(UsageLedger ledger, JobLog jobs, UsageMails mails) {
  private static final Logger log = LoggerFactory.getLogger(TellRestatements.class);

  /** By a run that is at its end. */
  void atTheEndOf(Fetch fetch) {
    tell(new UsageMonth(fetch.enrollment(), fetch.month()), Set.of(fetch.run()));
  }

  /** By nobody of the month. */
  void of(UsageMonth month) {
    tell(month, Set.of());
  }

  private void tell(UsageMonth month, Set<RunId> ended) {
    try {
      List<Restatement> restatements = ledger.restatements(month.enrollment(), month.month());
      if (!restatements.isEmpty()) {
        Set<RunId> atWork = atWork(month);
        atWork.removeAll(ended);
        restatements.stream()
            .filter(restatement -> !atWork.contains(restatement.run()))
            .forEach(this::send);
      }
    } catch (RuntimeException fault) {
      warn(month, fault);
    }
  }

  /** One that cannot be sent holds up no other. */
  private void send(Restatement restatement) {
    try {
      mails.send(RunMails.restated(restatement));
    } catch (RuntimeException fault) {
      warn(new UsageMonth(restatement.enrollment(), restatement.month()), fault);
    }
  }

  private static void warn(UsageMonth month, RuntimeException fault) {
    log.warn(
        "How {} of enrollment {} is restated could not be mailed; it is tried again",
        month.month(),
        month.enrollment(),
        fault);
  }

  /** What they restate grows yet, and would be mailed twice. */
  private Set<RunId> atWork(UsageMonth month) {
    return jobs.unended().stream()
        .map(JobRecord::fetch)
        .filter(fetch -> fetch.enrollment().equals(month.enrollment()))
        .filter(fetch -> fetch.month().equals(month.month()))
        .map(Fetch::run)
        .collect(Collectors.toCollection(HashSet::new));
  }
}
