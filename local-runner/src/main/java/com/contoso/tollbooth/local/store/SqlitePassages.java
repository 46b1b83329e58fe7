package com.contoso.tollbooth.local.store;

import com.contoso.tollbooth.plate.PassageId;
import com.contoso.tollbooth.registry.PassageCounts;
import com.contoso.tollbooth.registry.PassagePage;
import com.contoso.tollbooth.registry.PassageQuery;
import com.contoso.tollbooth.registry.PassageRecord;
import com.contoso.tollbooth.registry.PassageState;
import com.contoso.tollbooth.registry.Passages;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads table passage; what is exported follows from the settled windows. */
public final class SqlitePassages implements Passages {
  private static final String SELECT = "SELECT *, " + Rows.EXPORTED + " AS exported FROM passage ";

  /** Ledger entries since the first window that is not settled: no others can wait for export. */
  private static final String NOT_ALL_SETTLED =
      """
      SELECT passage_id FROM billable WHERE recorded_at >= coalesce(
          (SELECT min(from_at) FROM export_window WHERE settled_rows IS NULL),
          (SELECT max(to_at) FROM export_window), 0)
      """;

  private final JdbcClient jdbc;

  SqlitePassages(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public PassageCounts counts() {
    var counts = new EnumMap<PassageState, Long>(PassageState.class);
    jdbc.sql(
            """
            SELECT state, passages, (SELECT coalesce(sum(settled_rows), 0) FROM export_window) AS exported
            FROM passage_count
            """)
        .query(
            row -> {
              PassageState state = PassageState.valueOf(row.getString("state"));
              long exported = state == PassageState.BILLABLE ? row.getLong("exported") : 0;
              counts.put(state, row.getLong("passages") - exported);
              if (state == PassageState.BILLABLE) {
                counts.put(PassageState.EXPORTED, exported);
              }
            });
    return new PassageCounts(counts);
  }

  @Override
  public PassagePage page(PassageQuery query) {
    List<Numbered> rows =
        jdbc.sql(
                SELECT
                    + "WHERE arrival < :before"
                    + filter(query.state())
                    + " ORDER BY arrival DESC LIMIT :limit")
            .param("before", cursor(query.before()))
            .param("limit", query.limit() + 1)
            .query((row, n) -> new Numbered(row.getLong("arrival"), Rows.passage(row, n)))
            .list();
    boolean more = rows.size() > query.limit();
    List<Numbered> page = more ? rows.subList(0, query.limit()) : rows;
    return new PassagePage(
        page.stream().map(Numbered::passage).toList(),
        more ? Long.toString(page.getLast().arrival()) : null);
  }

  @Override
  public Optional<PassageRecord> find(PassageId passage) {
    return jdbc.sql(SELECT + "WHERE id = :id")
        .param("id", passage.value())
        .query(Rows::passage)
        .optional();
  }

  private static String filter(@Nullable PassageState state) {
    if (state == null) {
      return "";
    }
    return switch (state) {
      case EXPORTED -> " AND state = 'BILLABLE' AND " + Rows.EXPORTED;
      case BILLABLE -> " AND id IN (" + NOT_ALL_SETTLED + ") AND NOT " + Rows.EXPORTED;
      case RECEIVED, REVIEW, UNBILLABLE, FAILED -> " AND state = '" + state + "'";
    };
  }

  private static long cursor(@Nullable String before) {
    try {
      return before == null ? Long.MAX_VALUE : Long.parseLong(before);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'before' is the 'next' of the page before", e);
    }
  }

  private record Numbered(long arrival, PassageRecord passage) {}
}
