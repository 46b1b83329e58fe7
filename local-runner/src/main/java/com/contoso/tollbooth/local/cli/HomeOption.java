package com.contoso.tollbooth.local.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where TollBooth keeps its data. */
final class HomeOption {
  @Option(
      names = "--home",
      paramLabel = "DIR",
      description = "The data folder (default: ${DEFAULT-VALUE}).",
      defaultValue = "tollbooth-home")
  Path home = Path.of("tollbooth-home");

  Path path() {
    return home.toAbsolutePath().normalize();
  }
}
