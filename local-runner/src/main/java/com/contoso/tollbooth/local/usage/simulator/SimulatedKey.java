package com.contoso.tollbooth.local.usage.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Keys of the form of the real ones, which tell when they expire. */
final class SimulatedKey {
  private SimulatedKey() {}

  static String of(SimulatedEnrollment enrollment) {
    String payload =
        "{\"EnrollmentNumber\":\"%s\",\"iss\":\"simulator\",\"exp\":%d}"
            .formatted(enrollment.number(), enrollment.keyExpires().getEpochSecond());
    return part("{\"alg\":\"RS256\",\"typ\":\"JWT\"}")
        + "."
        + part(payload)
        + "."
        + part(Chance.guid(enrollment.seed(), 5));
  }

  private static String part(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
