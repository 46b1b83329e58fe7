package com.contoso.tollbooth.export;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.scheduling.support.CronExpression;

/** When exports are due. */
public record ExportSchedule(ExportSettings settings) {

  /** The next due time after an instant. */
  public Instant nextAfter(Instant now) {
    String cron = settings.cron();
    if (cron == null) {
      return nextInterval(now);
    }
    LocalDateTime next =
        CronExpression.parse(cron).next(LocalDateTime.ofInstant(now, ZoneOffset.UTC));
    if (next == null) {
      throw new IllegalStateException("tollbooth.export.cron is never due: " + cron);
    }
    return next.toInstant(ZoneOffset.UTC);
  }

  private Instant nextInterval(Instant now) {
    Instant midnight = now.truncatedTo(ChronoUnit.DAYS);
    long step = settings.interval().toMillis();
    long passed = ChronoUnit.MILLIS.between(midnight, now) / step + 1;
    Instant next = midnight.plusMillis(passed * step);
    Instant nextMidnight = midnight.plus(1, ChronoUnit.DAYS);
    return next.isBefore(nextMidnight) ? next : nextMidnight;
  }
}
