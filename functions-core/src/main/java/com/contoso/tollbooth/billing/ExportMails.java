package com.contoso.tollbooth.billing;

import java.time.Instant;

/** The words of the mails. */
final class ExportMails {
  private ExportMails() {}

  static Notice begins(Condition condition, Instant since, ExportOutcome outcome) {
    return new Notice(
        condition + "-begins-" + since, subject(condition), text(condition, since, outcome));
  }

  /** The id names the beginning, so that a repetition of the mail is the same mail. */
  static Notice clears(Condition condition, Instant since, Instant now, ExportOutcome outcome) {
    return new Notice(
        condition + "-clears-" + since,
        "Cleared: " + subject(condition),
        """
        The condition that began at %s has ended at %s.

        %s

        TollBooth
        """
            .formatted(since, now, outcome.message()));
  }

  private static String subject(Condition condition) {
    return switch (condition) {
      case NO_DATA -> "TollBooth: no plates to export";
      case EXPORT_FAILED -> "TollBooth: the plate export failed";
      case PARTLY_EXPORTED -> "TollBooth: the plate export is incomplete";
    };
  }

  private static String text(Condition condition, Instant since, ExportOutcome outcome) {
    String advice =
        switch (condition) {
          case NO_DATA ->
              """
              The export that ran at %s found no new billable plates, so no file was made.
              If vehicles did pass, look whether photos arrive and whether the review desk waits for
              a person: a passage in review is billed once its plate is entered.
              """;
          case EXPORT_FAILED ->
              """
              The export that ran at %s failed, and billing got no file. Nothing is lost: the same
              plates are exported by the next run that succeeds. The batch history shows the cause.
              """;
          case PARTLY_EXPORTED ->
              """
              The export that ran at %s published some of the files that were due and could not
              publish others. Nothing is lost: the next run tries the missing ones again. The batch
              history shows the cause.
              """;
        };
    return advice.formatted(since)
        + "\n"
        + outcome.message()
        + "\n\nYou will get one more mail when this has cleared.\n\nTollBooth\n";
  }
}
