package com.contoso.tollbooth.local.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Exports now. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Export everything new to CSV now.")
final class ExportCommand implements Callable<Integer> {
  @Mixin HomeOption home = new HomeOption();

  @Override
  public Integer call() {
    try (Api api = Api.of(home.path())) {
      var outcome = api.post("/api/exports", Map.of());
      System.out.println(outcome.path("message").asString());
      outcome.path("files").forEach(file -> System.out.println("  " + file.asString()));
      return switch (outcome.path("status").asString()) {
        case "EXPORTED", "NO_DATA" -> 0;
        default -> 1;
      };
    }
  }
}
