package com.contoso.tollbooth.azure.reports;

import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.RunId;
import com.contoso.tollbooth.usage.UsageFolder;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells which raw report a {@code Microsoft.Storage.BlobCreated} event tells of. */
final class ReportEvent {
  private static final String BLOBS =
      "/blobServices/default/containers/" + UsageFolder.NEW_DAILY_USAGE.folder() + "/blobs/";

  private static final Pattern SUBJECT =
      Pattern.compile(BLOBS + "(\\d{8}T\\d{9}Z)-([A-Za-z0-9-]{1,50})-(\\d{4}-\\d{2})-usage\\.json");

  private ReportEvent() {}

  /** What there is to say of a report that lies there already. */
  static String of(Fetch fetch) {
    return JsonMapper.shared()
        .createObjectNode()
        .put("type", "Microsoft.Storage.BlobCreated")
        .put("subject", BLOBS + fetch.rawName())
        .toString();
  }

  /** Empty for an event of anything else. */
  static Optional<Fetch> parse(String message) {
    JsonNode event = JsonMapper.shared().readTree(message);
    if (event.isArray() && event.size() == 1) {
      event = event.path(0);
    }
    Matcher named = SUBJECT.matcher(event.path("subject").asString(""));
    return named.matches()
        ? Optional.of(
            new Fetch(
                new EnrollmentNumber(named.group(2)),
                YearMonth.parse(named.group(3)),
                new RunId(named.group(1))))
        : Optional.empty();
  }
}
