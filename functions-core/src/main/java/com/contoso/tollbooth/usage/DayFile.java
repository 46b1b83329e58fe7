package com.contoso.tollbooth.usage;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * One day of one report, in {@link UsageFolder#NEW_DAILY_SPLIT}: a JSON array, one element in each
 * line, each as the report had it. A day on which a whole month's report has nothing is a file of
 * no elements, so that lines of that day which the ledger holds are retired.
 *
 * @param totals of its lines as the report names them
 * @param rejected how many lines of this day, or of no known day, stand in {@code errors/}: while
 *     there are any, no line of the day is retired
 */
public record DayFile(Fetch fetch, LocalDate day, StoredFile file, Totals totals, long rejected) {
  /** {@code {yyyyMMdd}-{enrollment}-dailysplit.json}. */
  public static String nameOf(EnrollmentNumber enrollment, LocalDate day) {
    return DateTimeFormatter.BASIC_ISO_DATE.format(day) + "-" + enrollment + "-dailysplit.json";
  }
}
