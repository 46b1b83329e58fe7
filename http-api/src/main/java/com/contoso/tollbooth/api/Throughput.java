package com.contoso.tollbooth.api;

import com.contoso.tollbooth.api.OverviewView.Minute;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** How many photos were decided in each of the last minutes, since this process started. */
final class Throughput {
  private static final int MINUTES = 30;

  private final InstantSource clock;
  private final TreeMap<Instant, Long> decided = new TreeMap<>();
  private long seen = -1;

  Throughput(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Tells how many photos are decided by now; what came since the last look counts for this minute.
   */
  synchronized void observe(long decidedByNow) {
    Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
    if (seen >= 0 && decidedByNow > seen) {
      decided.merge(minute, decidedByNow - seen, Long::sum);
    }
    seen = decidedByNow;
    decided.headMap(minute.minus(MINUTES, ChronoUnit.MINUTES)).clear();
  }

  /** The last {@value #MINUTES} minutes, oldest first. */
  synchronized List<Minute> minutes() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
    var minutes = new ArrayList<Minute>(MINUTES);
    for (int ago = MINUTES - 1; ago >= 0; ago--) {
      Instant minute = now.minus(ago, ChronoUnit.MINUTES);
      minutes.add(new Minute(minute, decided.getOrDefault(minute, 0L)));
    }
    return minutes;
  }

  /** Over the running minute and the one before, so that the figure neither jumps nor lags. */
  synchronized double perMinute() {
    Instant now = clock.instant();
    Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
    long photos =
        decided.getOrDefault(minute, 0L)
            + decided.getOrDefault(minute.minus(1, ChronoUnit.MINUTES), 0L);
    double minutes = 1 + ChronoUnit.MILLIS.between(minute, now) / 60_000.0;
    return Math.round(10 * photos / minutes) / 10.0;
  }
}
