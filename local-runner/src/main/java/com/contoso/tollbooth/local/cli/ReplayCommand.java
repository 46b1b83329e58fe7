package com.contoso.tollbooth.local.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Lists dead letters, or sends them on their way again. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = "Send dead letters on their way again: those named, or all.")
final class ReplayCommand implements Callable<Integer> {
  @Mixin HomeOption home = new HomeOption();

  @Option(names = "--list", description = "Only list them.")
  boolean list;

  @Parameters(paramLabel = "ID", arity = "0..*", description = "Which; all if none is named.")
  List<String> ids = List.of();

  @Override
  public Integer call() {
    try (Api api = Api.of(home.path())) {
      if (list) {
        JsonNode letters = api.get("/api/dead-letters");
        for (JsonNode letter : letters.path("deadLetters")) {
          System.out.printf(
              "%s  %s  %s  %s%n",
              letter.path("id").asString(),
              letter.path("failedAt").asString(),
              letter.path("photoPath").asString(letter.path("passageId").asString()),
              letter.path("reason").asString());
        }
        System.out.println(letters.path("total").asLong() + " dead letters");
      } else {
        JsonNode replayed = api.post("/api/dead-letters/replay", Map.of("ids", ids));
        System.out.println(replayed.path("replayed").asInt() + " dead letters sent again");
      }
      return 0;
    }
  }
}
