package com.contoso.tollbooth.usage.split;

import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.RunId;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * That what stands in a file of {@code errors/} is to be tried again, as it stands there now.
 *
 * @param errorsName of the rejected lines of a report, or of a report that was refused
 * @param run the new run
 */
public record RedriveUsage(String errorsName, RunId run) {
  static final String LINES = "-lines.ndjson";

  private static final Pattern NAME =
      Pattern.compile("(\\d{8}T\\d{9}Z)-(.+)-(\\d{4}-\\d{2})-usage(\\.json|" + LINES + ")");

  public RedriveUsage {
    var unused = fetchOf(errorsName);
  }

  Fetch original() {
    return fetchOf(errorsName);
  }

  /**
   * The fetch whose report a file of {@code errors/} is about.
   *
   * @throws IllegalArgumentException if it is about none
   */
  public static Fetch fetchOf(String errorsName) {
    Matcher name = NAME.matcher(errorsName);
    if (!name.matches()) {
      throw new IllegalArgumentException(
          "'" + errorsName + "' is neither a file of rejected lines nor a refused report");
    }
    return new Fetch(
        new EnrollmentNumber(name.group(2)),
        YearMonth.parse(name.group(3)),
        new RunId(name.group(1)));
  }

  /** The fetch as the new run has it. */
  Fetch renewed() {
    Fetch original = original();
    return new Fetch(original.enrollment(), original.month(), run);
  }

  boolean ofRefusedReport() {
    return !errorsName.endsWith(LINES);
  }
}
