package com.contoso.tollbooth.azure.usage;

import com.contoso.tollbooth.usage.Checksum;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.LineId;
import com.contoso.tollbooth.usage.RunId;
import com.contoso.tollbooth.usage.SubscriptionId;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;

/** Partitions and ids of container {@code DetailedUsageData}. */
final class LedgerNames {
  /** Lists which months of which enrollments there are. */
  static final String MONTHS = "months";

  static final String MONTH = "month";
  static final String PARTITION = "partition";

  /** A partition key has at most 2 KB. */
  private static final int LONGEST_KEY = 1_000;

  private LedgerNames() {}

  static String sheet(SubscriptionId subscription, LocalDate day) {
    String name = subscription.value();
    boolean fits = name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_KEY;
    return (fits ? name : digest(name)) + "|" + day;
  }

  static String month(EnrollmentNumber enrollment, YearMonth month) {
    return enrollment + "|" + month;
  }

  static String fence(EnrollmentNumber enrollment) {
    return enrollment + ":sheet";
  }

  static String line(EnrollmentNumber enrollment, LineId line) {
    return enrollment + ":l:" + line;
  }

  static LineId line(EnrollmentNumber enrollment, String id) {
    return new LineId(id.substring(enrollment.value().length() + 3));
  }

  /** The ids of the lines of an enrollment, as parameters {@code from} and {@code to}. */
  static Map<String, Object> lines(EnrollmentNumber enrollment) {
    return Map.of("from", enrollment + ":l:", "to", enrollment + ":l;");
  }

  static String day(LocalDate day) {
    return "day:" + day;
  }

  static String rollup(LocalDate day, SubscriptionId subscription, long generation, int chunk) {
    return "rollup:%s:%s:%06d:%03d".formatted(day, digest(subscription.value()), generation, chunk);
  }

  static String difference(LocalDate day, long generation, int chunk) {
    return "difference:%s:%06d:%03d".formatted(day, generation, chunk);
  }

  static String restated(RunId run, LocalDate day, long generation) {
    return "restated:%s:%s:%06d".formatted(run, day, generation);
  }

  private static String digest(String text) {
    return Checksum.of(text).substring(0, 32);
  }
}
