package com.contoso.tollbooth.billing;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Mails each condition once when it begins and once when it clears. The mail goes first and the
 * note after, so a crash between them repeats a mail (with the same id) and never swallows one.
 */
record AnnounceExport(Notices notices, Conditions conditions, InstantSource clock)
    implements Consumer<ExportOutcome> {

  @Override
  public void accept(ExportOutcome outcome) {
    if (outcome.status() == ExportOutcome.Status.ALREADY_RUNNING) {
      return;
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Optional<Condition> current = conditionOf(outcome.status());
    Map<Condition, Instant> lasting = conditions.lasting();
    for (Condition condition : Condition.values()) {
      Instant since = lasting.get(condition);
      boolean lasts = current.filter(condition::equals).isPresent();
      if (lasts && since == null) {
        notices.send(ExportMails.begins(condition, now, outcome));
        conditions.begin(condition, now);
      } else if (!lasts && since != null) {
        notices.send(ExportMails.clears(condition, since, now, outcome));
        conditions.end(condition);
      }
    }
  }

  private static Optional<Condition> conditionOf(ExportOutcome.Status status) {
    return switch (status) {
      case NO_DATA -> Optional.of(Condition.NO_DATA);
      case FAILED -> Optional.of(Condition.EXPORT_FAILED);
      case PARTLY_EXPORTED -> Optional.of(Condition.PARTLY_EXPORTED);
      case EXPORTED, ALREADY_RUNNING -> Optional.empty();
    };
  }
}
