package com.contoso.tollbooth.azure.cosmos;

import com.contoso.tollbooth.plate.PassageId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A partition of the ledger: a recording hour, in milliseconds, and a bucket. */
record Slot(long hour, int bucket) {
  static final long HOUR = 3_600_000;
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuuMMddHH", Locale.ROOT).withZone(ZoneOffset.UTC);

  static Slot of(long recordedAt, PassageId passage, int buckets) {
    int drawn = Integer.parseInt(passage.value(), 0, 6, 16);
    return new Slot(recordedAt - Math.floorMod(recordedAt, HOUR), drawn % buckets);
  }

  /** The partition key. */
  String name() {
    return NAME.format(Instant.ofEpochMilli(hour)) + "-%03d".formatted(bucket);
  }

  /** The slot that is read after this one. */
  Slot next(int buckets) {
    return bucket + 1 < buckets ? new Slot(hour, bucket + 1) : new Slot(hour + HOUR, 0);
  }
}
