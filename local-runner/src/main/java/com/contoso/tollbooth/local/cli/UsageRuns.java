package com.contoso.tollbooth.local.cli;

import java.time.Instant;
import java.util.Locale;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Waits for what the usage pipeline was asked to start, and tells how it ended. */
final class UsageRuns {
  private static final long LOOK_EVERY_MILLIS = 300;

  /** A run has up to 35 steps; the newest of an enrollment are asked for. */
  private static final int STEPS = 200;

  private UsageRuns() {}

  /** The end of a run, as the job log has it. */
  static JsonNode end(Api api, JsonNode started) {
    return await(api, started, step -> step.path("step").asString().equals("CONTROL"));
  }

  /** The end of a day's entry into the ledger. */
  static JsonNode endOfDay(Api api, JsonNode report, String day) {
    Instant at = Instant.parse(report.path("at").asString());
    return await(
        api,
        report.path("started").path(0),
        step ->
            step.path("step").asString().equals("PROCESS")
                && step.path("day").asString("").equals(day)
                && !Instant.parse(step.path("startedAt").asString()).isBefore(at));
  }

  private static JsonNode await(Api api, JsonNode started, Predicate<JsonNode> wanted) {
    String log =
        "/api/usage/jobs?limit=%d&enrollment=%s"
            .formatted(STEPS, started.path("enrollment").asString());
    while (true) {
      for (JsonNode step : api.get(log).path("jobs")) {
        if (step.path("run").equals(started.path("run"))
            && step.path("month").equals(started.path("month"))
            && !step.path("endedAt").isNull()
            && wanted.test(step)) {
          return step;
        }
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK_EVERY_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted; the run goes on", e);
    }
  }

  /** One line; false if it failed. */
  static boolean print(JsonNode end) {
    String reason = end.path("reason").asString("");
    String outcome = end.path("outcome").asString();
    System.out.printf(
        Locale.ROOT,
        "%-12s %s  %s: %,d lines, %,d changed%s%n",
        end.path("enrollment").asString(),
        end.path("day").asString(end.path("month").asString()),
        outcome.toLowerCase(Locale.ROOT),
        end.path("lines").asLong(),
        end.path("changed").asLong(),
        reason.isEmpty() ? "" : "; " + reason);
    return !outcome.equals("FAILED");
  }
}
