package com.contoso.tollbooth.local.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** Says where the photos stand. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Say how many photos there are and where each of them stands.")
final class StatusCommand implements Callable<Integer> {
  private static final List<String> STATES =
      List.of("received", "inOcr", "review", "billable", "unbillable", "exported", "failed");

  @Mixin HomeOption home = new HomeOption();

  @Override
  public Integer call() {
    try (Api api = Api.of(home.path())) {
      JsonNode counts = api.get("/api/overview").path("counts");
      System.out.printf(Locale.ROOT, "%-12s%,12d%n", "photos", counts.path("total").asLong());
      for (String state : STATES) {
        String label = state.equals("inOcr") ? "in OCR" : state;
        System.out.printf(Locale.ROOT, "  %-10s%,12d%n", label, counts.path(state).asLong());
      }
      return 0;
    }
  }
}
