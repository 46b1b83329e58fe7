package com.contoso.tollbooth.local.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** Holds the photo store against the registry. */
@Command(
    name = "reconcile",
    mixinStandardHelpOptions = true,
    description = "Compare the photo folder with the registry and re-drive what is missing.")
final class ReconcileCommand implements Callable<Integer> {
  @Mixin HomeOption home = new HomeOption();

  @Override
  public Integer call() {
    try (Api api = Api.of(home.path())) {
      JsonNode report = api.post("/api/reconciliation", Map.of());
      System.out.printf(
          "%d photos, %d of them known, %d sent on their way again%n",
          report.path("photos").asLong(),
          report.path("known").asLong(),
          report.path("redriven").asLong());
      return 0;
    }
  }
}
