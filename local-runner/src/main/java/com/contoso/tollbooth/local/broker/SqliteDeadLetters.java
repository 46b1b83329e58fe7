package com.contoso.tollbooth.local.broker;

import com.contoso.tollbooth.plate.PassageId;
import com.contoso.tollbooth.reconciliation.DeadLetter;
import com.contoso.tollbooth.reconciliation.DeadLetters;
import com.contoso.tollbooth.registry.PassageRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Dead letters as the deliveries that were given up. */
public final class SqliteDeadLetters implements DeadLetters {
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final PassageRegistry registry;
  private final EventJournal journal;

  SqliteDeadLetters(
      JdbcClient jdbc,
      TransactionTemplate transactions,
      PassageRegistry registry,
      EventJournal journal) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.registry = registry;
    this.journal = journal;
  }

  @Override
  public long size() {
    return jdbc.sql("SELECT count(*) FROM delivery WHERE dead_at IS NOT NULL")
        .query(Long.class)
        .single();
  }

  @Override
  public List<DeadLetter> list(int limit) {
    return jdbc.sql(
            """
            SELECT *, coalesce(event ->> '$.data.path', event ->> '$.data.passage.photo') AS photo
            FROM delivery
            WHERE dead_at IS NOT NULL ORDER BY dead_at DESC, number DESC LIMIT :limit
            """)
        .param("limit", limit)
        .query(SqliteDeadLetters::letter)
        .list();
  }

  @Override
  public int replay(List<String> ids) {
    return (int) ids.stream().flatMap(id -> number(id).stream()).filter(this::replay).count();
  }

  /** Those that are dead when it begins; what dies again meanwhile stays dead. */
  @Override
  public int replayAll() {
    List<Long> dead =
        jdbc.sql("SELECT number FROM delivery WHERE dead_at IS NOT NULL ORDER BY number")
            .query(Long.class)
            .list();
    return (int) dead.stream().filter(this::replay).count();
  }

  private boolean replay(long number) {
    return Objects.requireNonNull(
        transactions.execute(
            status ->
                jdbc.sql(
                        """
                        UPDATE delivery SET dead_at = NULL, reason = NULL, attempts = 0, not_before = 0
                        WHERE number = :number AND dead_at IS NOT NULL
                        RETURNING passage_id, subscriber
                        """)
                    .param("number", number)
                    .query(
                        (row, n) -> {
                          registry.retry(new PassageId(row.getString("passage_id")));
                          journal.wakeAfterCommit(row.getString("subscriber"));
                          return true;
                        })
                    .optional()
                    .orElse(false)));
  }

  private static Optional<Long> number(String id) {
    try {
      return Optional.of(Long.valueOf(id));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static DeadLetter letter(ResultSet row, int number) throws SQLException {
    return new DeadLetter(
        Long.toString(row.getLong("number")),
        row.getString("subscriber"),
        row.getString("type"),
        new PassageId(row.getString("passage_id")),
        row.getString("photo"),
        row.getString("reason"),
        row.getInt("attempts"),
        Instant.ofEpochMilli(row.getLong("dead_at")));
  }
}
