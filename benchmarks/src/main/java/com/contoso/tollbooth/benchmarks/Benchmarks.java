package com.contoso.tollbooth.benchmarks;

import java.util.List;

/**
 * {@code ./tollbooth bench [pipeline|durable|export|split|ledger|views|forecast]...}; all if none
 * is named.
 */
public final class Benchmarks {
  private Benchmarks() {}

  public static void main(String[] args) throws Exception {
    if (args.length > 0 && args[0].equals(ExportBenchmark.CHILD)) {
      ExportBenchmark.child(args);
      return;
    }
    if (args.length > 0 && args[0].equals(SplitBenchmark.CHILD)) {
      SplitBenchmark.child(args);
      return;
    }
    List<String> wanted =
        args.length == 0
            ? List.of("pipeline", "durable", "export", "split", "ledger", "views", "forecast")
            : List.of(args);
    System.out.printf("%-52s %9s  %s%n", "ours over theirs", "ratio", "goal");
    for (String name : wanted) {
      switch (name) {
        case "pipeline" -> PipelineBenchmark.run();
        case "durable" -> DurableBenchmark.run();
        case "export" -> ExportBenchmark.run();
        case "split" -> SplitBenchmark.run();
        case "ledger" -> LedgerBenchmark.run();
        case "views" -> ViewsBenchmark.run();
        case "forecast" -> ForecastBenchmark.run();
        default -> throw new IllegalArgumentException("there is no benchmark " + name);
      }
    }
    System.exit(0);
  }

  /** One line of the table, and its raw figures below. */
  static void print(String what, double ratio, String goal, String figures) {
    System.out.printf("%-52s %9.2f  %s%n    %s%n", what, ratio, goal, figures);
  }
}
