package com.contoso.tollbooth;

import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.JobLog;
import com.contoso.tollbooth.usage.JobRecord;
import com.contoso.tollbooth.usage.UsageMails;
import com.contoso.tollbooth.usage.control.RunEnd;
import com.contoso.tollbooth.usage.retrieve.ReportTags;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a run as failed, and mails that. What failed is fetched again, even if the source has
 * nothing new since. Of a run that ended well before, nothing is told.
 *
 * <p>The mail is sent before the end is noted, since whoever waits for the end may then end the
 * process. One that cannot be sent stops nothing: if the month goes on failing, the mail of its
 * next run tells it.
 */
record FailUsageRun(
    JobLog jobs,
    ReportTags tags,
    Consumer<Fetch> tellRestatements,
    UsageMails mails,
    Consumer<RunEnd> endUsageRun)
    implements Consumer<RunEnd> {
  private static final Logger log = LoggerFactory.getLogger(FailUsageRun.class);

  @Override
  public void accept(RunEnd end) {
    Fetch fetch = end.fetch();
    if (hasEndedWell(fetch)) {
      log.info("Run {} has ended well before it failed: {}", fetch.run(), end.reason());
      return;
    }
    tags.forget(fetch.enrollment(), fetch.month(), ReportTags.Kind.VERSION);
    tellRestatements.accept(fetch);
    try {
      mails.send(RunMails.failed(end));
    } catch (RuntimeException fault) {
      log.error("The mail that run {} failed could not be sent", fetch.run(), fault);
    }
    endUsageRun.accept(end);
  }

  private boolean hasEndedWell(Fetch fetch) {
    List<JobRecord> decisions =
        jobs.run(fetch.enrollment(), fetch.month(), fetch.run()).stream()
            .filter(step -> step.step() == JobRecord.Step.CONTROL)
            .toList();
    return !decisions.isEmpty()
        && decisions.stream()
            .allMatch(each -> each.ended() != null && each.outcome() != JobRecord.Outcome.FAILED);
  }
}
