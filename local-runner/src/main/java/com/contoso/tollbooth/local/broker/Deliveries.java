package com.contoso.tollbooth.local.broker;

import com.contoso.tollbooth.plate.PassageId;
import com.contoso.tollbooth.registry.PassageRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The deliveries that wait in the journal. */
final class Deliveries {
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final PassageRegistry registry;

  Deliveries(JdbcClient jdbc, TransactionTemplate transactions, PassageRegistry registry) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.registry = registry;
  }

  /** The oldest that are due, at most {@code limit}. */
  List<Delivery> due(String subscriber, Instant now, int limit) {
    return jdbc.sql(
            """
            SELECT number, passage_id, event, attempts FROM delivery
            WHERE subscriber = :subscriber AND dead_at IS NULL AND not_before <= :now
            ORDER BY number LIMIT :limit
            """)
        .param("subscriber", subscriber)
        .param("now", now.toEpochMilli())
        .param("limit", limit)
        .query(
            (row, n) ->
                new Delivery(
                    row.getLong("number"),
                    new PassageId(row.getString("passage_id")),
                    row.getString("event"),
                    row.getInt("attempts")))
        .list();
  }

  /** When the next one that is not due yet will be. */
  Optional<Instant> nextDue(String subscriber, Instant now) {
    return jdbc.sql(
            """
            SELECT not_before FROM delivery
            WHERE subscriber = :subscriber AND dead_at IS NULL AND not_before > :now
            ORDER BY not_before LIMIT 1
            """)
        .param("subscriber", subscriber)
        .param("now", now.toEpochMilli())
        .query((row, n) -> Instant.ofEpochMilli(row.getLong(1)))
        .optional();
  }

  void done(Delivery delivery) {
    jdbc.sql("DELETE FROM delivery WHERE number = ?").param(delivery.number()).update();
  }

  void postpone(Delivery delivery, int attempts, Instant until) {
    jdbc.sql("UPDATE delivery SET attempts = :attempts, not_before = :until WHERE number = :number")
        .param("attempts", attempts)
        .param("until", until.toEpochMilli())
        .param("number", delivery.number())
        .update();
  }

  /** Makes it a dead letter and, if nothing was decided yet, its passage failed. */
  void bury(Delivery delivery, int attempts, String reason, Instant now) {
    transactions.executeWithoutResult(
        status -> {
          jdbc.sql(
                  """
                  UPDATE delivery SET dead_at = :now, attempts = :attempts, reason = :reason
                  WHERE number = :number
                  """)
              .param("now", now.toEpochMilli())
              .param("attempts", attempts)
              .param("reason", reason)
              .param("number", delivery.number())
              .update();
          registry.fail(delivery.passage(), reason);
        });
  }
}
