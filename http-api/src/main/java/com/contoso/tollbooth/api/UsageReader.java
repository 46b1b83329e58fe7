package com.contoso.tollbooth.api;

import com.contoso.tollbooth.usage.UsageRights;
import java.util.function.Function;

/**
 * Tells what the sender of a request may see of the usage ledger. The host, or the gateway in front
 * of it, names the reader in the header {@code X-TollBooth-Reader} and lets no caller do so
 * himself; a request without it comes from nobody.
 */
record UsageReader(Function<String, UsageRights> readUsageRights) {
  static final String HEADER = "x-tollbooth-reader";

  UsageRights rights(Call call) {
    String reader = call.header(HEADER);
    return readUsageRights.apply(reader == null ? "" : reader);
  }
}
