package com.contoso.tollbooth.local.store;

import com.contoso.tollbooth.billing.Condition;
import com.contoso.tollbooth.billing.Conditions;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lasting conditions as a table. */
public final class SqliteConditions implements Conditions {
  private final JdbcClient jdbc;

  SqliteConditions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Map<Condition, Instant> lasting() {
    var lasting = new EnumMap<Condition, Instant>(Condition.class);
    jdbc.sql("SELECT condition, since FROM lasting_condition")
        .query(
            row -> {
              lasting.put(
                  Condition.valueOf(row.getString("condition")),
                  Instant.ofEpochMilli(row.getLong("since")));
            });
    return lasting;
  }

  @Override
  public void begin(Condition condition, Instant since) {
    jdbc.sql(
            "INSERT INTO lasting_condition (condition, since) VALUES (:condition, :since)"
                + " ON CONFLICT (condition) DO NOTHING")
        .param("condition", condition.name())
        .param("since", since.toEpochMilli())
        .update();
  }

  @Override
  public void end(Condition condition) {
    jdbc.sql("DELETE FROM lasting_condition WHERE condition = :condition")
        .param("condition", condition.name())
        .update();
  }
}
