package com.contoso.tollbooth.azure.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.export.ExportTurn;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresExportTurnTests {
  private static EmbeddedPostgres database;

  @BeforeAll
  static void start() throws IOException {
    database = EmbeddedPostgres.builder().setPGStartupWait(Duration.ofMinutes(2)).start();
  }

  @AfterAll
  static void stop() throws IOException {
    database.close();
  }

  private static ExportTurn turn() {
    return new PostgresExportTurn(database.getPostgresDatabase());
  }

  @Test
  void goesToOneAtATime() {
    ExportTurn.Held mine = turn().take().orElseThrow();
    assertThat(turn().take()).isEmpty();

    mine.close();
    Optional<ExportTurn.Held> theirs = turn().take();
    assertThat(theirs).isPresent();
    theirs.get().close();
  }

  @Test
  void goesToOneOfManyWhoAskAtOnce() throws Exception {
    List<Callable<Optional<ExportTurn.Held>>> all = Collections.nCopies(8, () -> turn().take());
    List<ExportTurn.Held> held = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var done : threads.invokeAll(all)) {
        done.get().ifPresent(held::add);
      }
    }
    assertThat(held).hasSize(1);
    held.getFirst().close();
  }

  @Test
  void endsWithTheConnectionOfADeadProcess() throws SQLException {
    ExportTurn.Held lost = turn().take().orElseThrow();
    assertThat(turn().take()).isEmpty();

    endAllConnections();

    Optional<ExportTurn.Held> next = turn().take();
    assertThat(next).isPresent();
    next.get().close();
    lost.close();
  }

  /** Returns when their backends have ended, since each holds the lock until then. */
  private static void endAllConnections() throws SQLException {
    try (Connection connection = database.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          "SELECT pg_terminate_backend(pid, 60000) FROM pg_stat_activity"
              + " WHERE pid <> pg_backend_pid() AND datname = 'postgres'");
    }
  }
}
