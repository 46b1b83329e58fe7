package com.contoso.tollbooth.local.cli;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** The usage pipeline: {@code ./tollbooth usage COMMAND}. */
@Command(
    name = "usage",
    mixinStandardHelpOptions = true,
    description = "Fetch, split and charge back cloud usage.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      UsageCommand.Run.class,
      UsageCommand.Reapply.class,
      UsageCommand.Status.class,
      UsageCommand.Redrive.class,
      UsageDemoCommand.class
    })
final class UsageCommand implements Runnable {
  @Override
  public void run() {
    CommandLine.usage(this, System.out, Ansi.AUTO);
  }

  /** A run that a killed process left behind would stand in the way; false if one failed. */
  private static boolean finishLeftRuns(Api api) {
    boolean done = true;
    for (JsonNode left : api.takeUpUsageRuns()) {
      done &= UsageRuns.print(UsageRuns.end(api, left));
    }
    return done;
  }

  /** Fetches what is due, or what is named. */
  @Command(
      name = "run",
      mixinStandardHelpOptions = true,
      description = {
        "Fetch what is due: of each enabled enrollment the present month and those that settle.",
        "With an enrollment or a month named, fetch that, done today or not.",
        "Runs that a killed process left behind are finished first."
      })
  static final class Run implements Callable<Integer> {
    @Mixin HomeOption home = new HomeOption();

    @Option(names = "--enrollment", paramLabel = "NUMBER", description = "This enrollment.")
    @Nullable String enrollment;

    @Option(names = "--month", paramLabel = "YYYY-MM", description = "This month.")
    @Nullable String month;

    @Override
    public Integer call() {
      var request = new HashMap<String, String>();
      if (enrollment != null) {
        request.put("enrollment", enrollment);
      }
      if (month != null) {
        request.put("month", month);
      }
      try (Api api = Api.of(home.path())) {
        boolean failed = !finishLeftRuns(api);
        JsonNode report = api.post("/api/usage/runs", request);
        for (JsonNode started : report.path("started")) {
          failed |= !UsageRuns.print(UsageRuns.end(api, started));
        }
        for (JsonNode skipped : report.path("skipped")) {
          System.out.printf(
              "%-12s %-7s  skipped: %s%n",
              skipped.path("enrollment").asString(),
              skipped.path("month").asString(""),
              skipped.path("reason").asString());
        }
        if (report.path("started").isEmpty() && report.path("skipped").isEmpty()) {
          System.out.println(
              "There are no enrollments; put a document for each into "
                  + home.path().resolve("usage").resolve("enrollments"));
        }
        return failed ? 1 : 0;
      }
    }
  }

  /** Applies one day again. */
  @Command(
      name = "reapply",
      mixinStandardHelpOptions = true,
      description = {
        "Apply one day of the newest report again, without fetching it: with the price sheet as it",
        "is now."
      })
  static final class Reapply implements Callable<Integer> {
    @Mixin HomeOption home = new HomeOption();

    @Option(names = "--enrollment", paramLabel = "NUMBER", required = true)
    String enrollment = "";

    @Option(names = "--day", paramLabel = "YYYY-MM-DD", required = true)
    String day = "";

    @Override
    public Integer call() {
      try (Api api = Api.of(home.path())) {
        JsonNode report = api.post("/api/usage/days", Map.of("enrollment", enrollment, "day", day));
        return UsageRuns.print(UsageRuns.endOfDay(api, report, day)) ? 0 : 1;
      }
    }
  }

  /** Says where the months stand. */
  @Command(
      name = "status",
      mixinStandardHelpOptions = true,
      description = "Say in which state each month of each enrollment is.")
  static final class Status implements Callable<Integer> {
    @Mixin HomeOption home = new HomeOption();

    @Override
    public Integer call() {
      try (Api api = Api.of(home.path())) {
        for (JsonNode month : api.get("/api/usage/months").path("months")) {
          System.out.printf(
              "%-12s %s  %-8s since %s%n",
              month.path("enrollment").asString(),
              month.path("month").asString(),
              month.path("state").asString().toLowerCase(Locale.ROOT),
              month.path("since").asString());
        }
        return 0;
      }
    }
  }

  /** Takes up what stands in the errors folder. */
  @Command(
      name = "redrive",
      mixinStandardHelpOptions = true,
      description = {
        "Take a report through the pipeline again with the lines of an errors file as they stand",
        "there now. Mend them in the file first, or run it unmended after a fix of the software.",
        "Runs that a killed process left behind are finished first."
      })
  static final class Redrive implements Callable<Integer> {
    @Mixin HomeOption home = new HomeOption();

    @Parameters(paramLabel = "FILE", description = "Its name in the errors folder.")
    String file = "";

    @Override
    public Integer call() {
      try (Api api = Api.of(home.path())) {
        var unused = finishLeftRuns(api);
        JsonNode report = api.post("/api/usage/redrives", Map.of("file", file));
        return UsageRuns.print(UsageRuns.end(api, report.path("started").path(0))) ? 0 : 1;
      }
    }
  }
}
