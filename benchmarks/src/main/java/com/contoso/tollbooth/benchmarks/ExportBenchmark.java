package com.contoso.tollbooth.benchmarks;

import com.contoso.tollbooth.billing.ExportOutcome;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The billing export beside PostgreSQL's {@code COPY … CSV} of the same rows; ours in a JVM of 256
 * MB. The number of rows is the system property {@code rows}.
 */
final class ExportBenchmark {
  static final String CHILD = "--export-child";
  private static final long ROWS = Long.getLong("rows", 1_000_000);
  private static final String CELLS =
      """
      printf('%%032x', n), %s, 'booth-' || (n %% 40), %s, printf('ABC%%04d', n %% 10000), 'TX', 0.9876,
      'AUTOMATIC'
      """;

  private ExportBenchmark() {}

  static void run() throws Exception {
    double copy = copyRate();
    Process child =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx256m",
                "-jar",
                System.getProperty("java.class.path"),
                CHILD,
                Long.toString(ROWS))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String[] figures;
    try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
      figures = String.valueOf(out.readLine()).split(" ");
    }
    if (child.waitFor() != 0) {
      throw new IllegalStateException("the export in a JVM of 256 MB failed");
    }
    double ours = Double.parseDouble(figures[0]);
    Benchmarks.print(
        "export over COPY … CSV (rate)",
        ours / copy,
        ">= 0.3",
        "%,.0f and %,.0f rows/s for %,d rows; our peak heap %,d MB of 256 MB"
            .formatted(ours, copy, ROWS, Long.parseLong(figures[1]) / 1_000_000));
  }

  private static double copyRate() throws IOException, SQLException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
        Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE TABLE billable AS SELECT lpad(to_hex(n), 32, '0') AS passage_id,
            'booth-' || (n %% 40) AS booth, timestamptz 'epoch' + n * interval '1 second' AS captured_at,
            'ABC' || lpad((n %% 10000)::text, 4, '0') AS plate, 'TX' AS jurisdiction,
            0.9876::float8 AS confidence, 'AUTOMATIC' AS source,
            'http://127.0.0.1:8080/api/passages/' || lpad(to_hex(n), 32, '0') || '/photo' AS photo_url
          FROM generate_series(1, %d) AS n
          """
              .formatted(ROWS));
      statement.execute("VACUUM ANALYZE billable");
      long start = System.nanoTime();
      try (OutputStream file = Files.newOutputStream(Files.createTempFile("copy", ".csv"))) {
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut(
                "COPY (SELECT * FROM billable ORDER BY passage_id) TO STDOUT CSV HEADER", file);
      }
      return ROWS / ((System.nanoTime() - start) / 1e9);
    }
  }

  /** Prints rows a second and the peak of the heap. */
  static void child(String[] args) throws IOException {
    long rows = Long.parseLong(args[1]);
    try (Folder home = Folder.temporary();
        Host host = Host.on(home.path(), Map.of())) {
      fill(host.bean(JdbcClient.class), rows);
      long start = System.nanoTime();
      ExportOutcome outcome = host.call("exportPlates");
      double seconds = (System.nanoTime() - start) / 1e9;
      if (outcome.rows() != rows) {
        throw new IllegalStateException(outcome.message());
      }
      System.out.println(rows / seconds + " " + peakHeap());
    }
    System.exit(0);
  }

  private static void fill(JdbcClient jdbc, long rows) {
    String recorded = "1700000000000 + n / 100";
    jdbc.sql(
            "WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < "
                + rows
                + ") INSERT INTO billable (passage_id, recorded_at, booth, captured_at, plate,"
                + " jurisdiction, confidence, source) SELECT "
                + CELLS.formatted(recorded, "n * 1000")
                + " FROM numbers")
        .update();
  }

  private static long peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }
}
