package com.contoso.tollbooth.usage;

import java.util.Map;

/**
 * A billing agreement whose usage is fetched.
 *
 * @param detailedEnabled whether its detailed report is fetched daily
 * @param further elements of its document that have no other place here, kept as they are
 */
public record Enrollment(
    EnrollmentNumber number,
    String description,
    AccessKey accessKey,
    ReportSource source,
    boolean detailedEnabled,
    boolean summaryEnabled,
    Map<String, Object> further) {
  public Enrollment {
    further = Map.copyOf(further);
  }

  /**
   * The currency of its reports, ISO 4217, from its element {@code currency}; empty if it has none.
   * It counts for lines that name no currency of their own.
   */
  public String currency() {
    return further.get("currency") instanceof String currency ? currency : "";
  }

  /** Where its reports come from. */
  public enum ReportSource {
    LEGACY_EA,
    CONSUMPTION_V2,
    CONSUMPTION_V3,
    COST_DETAILS,
    FOLDER
  }
}
