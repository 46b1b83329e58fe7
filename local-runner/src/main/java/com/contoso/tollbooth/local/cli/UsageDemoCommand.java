package com.contoso.tollbooth.local.cli;

import com.contoso.tollbooth.local.demo.UsageDemo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plays two months of usage of three simulated enrollments. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Play two months of three simulated enrollments through the whole pipeline, then compare every",
      "total with what the simulator served. The exit code is 0 only if all agree to the digit."
    })
final class UsageDemoCommand implements Callable<Integer> {
  @Option(
      names = "--home",
      paramLabel = "DIR",
      description = "A new or empty data folder (default: ${DEFAULT-VALUE}).")
  Path home = Path.of("tollbooth-demo");

  @Option(
      names = "--seed",
      description = "Another seed, another usage (default: ${DEFAULT-VALUE}).")
  long seed = 1;

  @Option(
      names = "--resources",
      paramLabel = "N",
      description =
          "Resources of each enrollment, of one to three lines a day (default: ${DEFAULT-VALUE}).")
  int resources = 150;

  @Override
  public Integer call() throws IOException {
    Path folder = home.toAbsolutePath().normalize();
    requireEmpty(folder);
    try (Home held = Home.hold(folder)) {
      boolean agrees = new UsageDemo(folder, seed, resources, System.out).play();
      System.out.printf(
          "%nTo look at it: ./tollbooth run --home %s, then the page \"Usage\", January and"
              + " February 2026%n",
          home);
      return agrees ? 0 : 1;
    }
  }

  private static void requireEmpty(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      if (files.findAny().isPresent()) {
        throw new CannotGoOn(folder + " is not empty; name a new folder by --home");
      }
    }
  }
}
