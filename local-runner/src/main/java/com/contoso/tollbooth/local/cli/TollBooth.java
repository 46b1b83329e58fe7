package com.contoso.tollbooth.local.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;

/** The command line: {@code ./tollbooth COMMAND}. */
@Command(
    name = "tollbooth",
    description = "Vehicle photos in, billed plates out; every photo accounted for.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      RunCommand.class,
      ProcessCommand.class,
      SimulateCommand.class,
      ExportCommand.class,
      StatusCommand.class,
      ReplayCommand.class,
      ReconcileCommand.class,
      UsageCommand.class,
      TollBooth.TestCommand.class,
      TollBooth.PackageCommand.class,
      TollBooth.BenchCommand.class,
      HelpCommand.class
    })
public final class TollBooth implements Runnable {
  /** Runs one command; its exit code is 0 only if all went well. */
  public static void main(String[] args) {
    System.exit(execute(args));
  }

  static int execute(String... args) {
    return new CommandLine(new TollBooth())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(TollBooth::explain)
        .execute(args);
  }

  @Override
  public void run() {
    CommandLine.usage(this, System.out, Ansi.AUTO);
  }

  /** A fault that has a cause known to the user is one sentence; any other shows where it arose. */
  private static int explain(
      Exception fault, CommandLine commandLine, CommandLine.ParseResult parsed) {
    if (fault instanceof CannotGoOn) {
      commandLine.getErr().println("tollbooth: " + fault.getMessage());
    } else {
      fault.printStackTrace(commandLine.getErr());
    }
    return CommandLine.ExitCode.SOFTWARE;
  }

  /** Done by the launcher script, which runs Maven; here for the list of commands. */
  @Command(name = "test", description = "Run everything that CI runs.")
  static final class TestCommand extends LauncherOnly {}

  /** Done by the launcher script. */
  @Command(name = "package", description = "Stage the Azure function app and check it.")
  static final class PackageCommand extends LauncherOnly {}

  /** Done by the launcher script. */
  @Command(name = "bench", description = "Measure, as ratios within one run.")
  static final class BenchCommand extends LauncherOnly {}

  abstract static class LauncherOnly implements Runnable {
    @Override
    public void run() {
      throw new CannotGoOn("this command is run by the script ./tollbooth, not by the jar");
    }
  }
}
