package com.contoso.tollbooth.local.usage;

import com.contoso.tollbooth.usage.LedgerLine;
import com.contoso.tollbooth.usage.LineQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds the lines that a query asks for by way of the rollups: they know every element it can ask
 * by, and are a tenth as many.
 */
final class LineFilter {
  /** A query's elements, as conditions on a rollup {@code r} and its dimension {@code d}. */
  private static final Map<String, String> CONDITIONS =
      Map.of(
          "costCenter", "d.cost_center = :costCenter",
          "department", "d.department = :department",
          "resourceGroup", "d.resource_group = :resourceGroup",
          "service", "d.service = :service",
          "basis", "r.basis = :basis");

  /** Of several tags whose names differ by their case alone the one named to the letter counts. */
  private static final String TAG =
      """
      coalesce((SELECT t.value FROM json_each(d.tags) t WHERE t.key = :name%1$d COLLATE NOCASE
        ORDER BY t.key <> :name%1$d, t.key LIMIT 1), '') = :value%1$d""";

  private final JdbcClient jdbc;
  private final ScopeCondition scope;
  private final @Nullable String subscription;
  private final Map<String, Object> values = new LinkedHashMap<>();
  private final List<String> conditions = new ArrayList<>();
  private final LineRows rows = new LineRows();

  LineFilter(JdbcClient jdbc, LineQuery query) {
    this.jdbc = jdbc;
    scope = ScopeCondition.of(query.scope());
    subscription = query.subscription() == null ? null : query.subscription().value();
    put("costCenter", query.costCenter());
    put("department", query.department());
    put("resourceGroup", query.resourceGroup());
    put("service", query.service());
    put("basis", query.basis() == null ? null : query.basis().name());
    query.tags().forEach(this::putTag);
  }

  private void put(String name, @Nullable String value) {
    if (value != null) {
      values.put(name, value);
      conditions.add(CONDITIONS.get(name));
    }
  }

  private void putTag(String name, String value) {
    int number = values.size();
    values.put("name" + number, name);
    values.put("value" + number, value);
    conditions.add(TAG.formatted(number));
  }

  /** The sheets that have such lines, in order, from that of the cursor on. */
  List<SheetRow> sheets(@Nullable PageCursor from) {
    var sql = new StringBuilder("SELECT s.* FROM sheet s WHERE s.lines > 0 AND " + scope.sql());
    Map<String, Object> all = new HashMap<>(values);
    if (subscription != null) {
      sql.append(" AND s.subscription = :subscription");
      all.put("subscription", subscription);
    }
    if (from != null) {
      sql.append(
          " AND s.day >= :atDay AND (s.day, s.subscription, s.enrollment)"
              + " >= (:atDay, :atSubscription, :atEnrollment)");
      all.put("atDay", from.day());
      all.put("atSubscription", from.subscription());
      all.put("atEnrollment", from.enrollment());
    }
    if (!values.isEmpty()) {
      sql.append(" AND EXISTS (SELECT 1 " + rollups("s.number") + ")");
    }
    return scope
        .bind(jdbc.sql(sql + " ORDER BY s.day, s.subscription, s.enrollment"))
        .params(all)
        .query(
            (row, n) ->
                new SheetRow(
                    row.getLong("number"),
                    row.getLong("day"),
                    row.getString("subscription"),
                    row.getString("enrollment")))
        .list();
  }

  /** Its lines in order, after that of the cursor. */
  List<LedgerLine> lines(SheetRow sheet, @Nullable PageCursor after, int limit) {
    var keys = new StringBuilder("SELECT l.number FROM line l WHERE ");
    keys.append(
        values.isEmpty()
            ? "l.sheet = :sheet AND l.retired_run IS NULL"
            : "l.rollup IN (SELECT r.number " + rollups(":sheet") + ")");
    Map<String, Object> all = new HashMap<>(values);
    all.put("sheet", sheet.number);
    all.put("limit", limit);
    if (after != null) {
      keys.append(" AND (l.hash, l.rank) > (:hash, :rank)");
      all.put("hash", after.key().natural().bytes());
      all.put("rank", after.key().rank());
    }
    return jdbc.sql(
            LineRows.SELECT_BY_LINE
                + " WHERE l.number IN ("
                + keys
                + " ORDER BY l.hash, l.rank LIMIT :limit) ORDER BY l.hash, l.rank")
        .params(all)
        .query(rows::line)
        .list();
  }

  private String rollups(String sheet) {
    return "FROM rollup r JOIN dimension d ON d.number = r.dimension WHERE r.sheet = "
        + sheet
        + conditions.stream().map(condition -> " AND " + condition).collect(Collectors.joining());
  }

  record SheetRow(long number, long day, String subscription, String enrollment) {
    boolean isAt(PageCursor cursor) {
      return day == cursor.day()
          && subscription.equals(cursor.subscription())
          && enrollment.equals(cursor.enrollment());
    }
  }
}
