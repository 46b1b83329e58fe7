package com.contoso.tollbooth.local.usage;

import com.contoso.tollbooth.usage.Dimensions;
import com.contoso.tollbooth.usage.LedgerLine;
import com.contoso.tollbooth.usage.LedgerScope;
import com.contoso.tollbooth.usage.LineQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds the lines that a query asks for by way of the rollups: they know what it can ask by, and
 * are a tenth as many.
 */
final class LineFilter {
  private final JdbcClient jdbc;
  private final ScopeCondition scope;
  private final Map<String, Object> values = new LinkedHashMap<>();
  private final List<String> conditions = new ArrayList<>();
  private final LineRows rows = new LineRows();

  LineFilter(JdbcClient jdbc, KnownDimensions known, LineQuery query) {
    this.jdbc = jdbc;
    scope = ScopeCondition.of(query.scope());
    if (query.basis() != null) {
      values.put("basis", query.basis().name());
      conditions.add("r.basis = :basis");
    }
    if (query.filter() != null) {
      List<Long> meant = meant(known, query.scope(), query.filter());
      values.put("dimensions", LineRows.JSON.writeValueAsString(meant));
      conditions.add("r.dimension IN (SELECT value FROM json_each(:dimensions))");
    }
  }

  /** The numbers of those that are. There are few beside the lines that share them. */
  private List<Long> meant(KnownDimensions known, LedgerScope scope, Predicate<Dimensions> filter) {
    var unknown = new LineRows();
    List<Long> meant = new ArrayList<>();
    jdbc.sql("SELECT " + LineRows.DIMENSION + " FROM dimension d")
        .query(
            (RowCallbackHandler)
                row -> {
                  long number = row.getLong("dimension");
                  Dimensions dimensions = known.find(number);
                  if (dimensions == null) {
                    dimensions = unknown.dimensions(row);
                    known.putIfRoom(number, dimensions);
                  }
                  if (isIn(scope, dimensions) && filter.test(dimensions)) {
                    meant.add(number);
                  }
                });
    return meant;
  }

  private static boolean isIn(LedgerScope scope, Dimensions dimensions) {
    return scope.rights().sees(dimensions.subscription())
        && (scope.enrollments().isEmpty() || scope.enrollments().contains(dimensions.enrollment()));
  }

  /** The sheets that have such lines, in order, from that of the cursor on. */
  List<SheetRow> sheets(@Nullable PageCursor from) {
    var sql = new StringBuilder("SELECT s.* FROM sheet s WHERE s.lines > 0 AND " + scope.sql());
    Map<String, Object> all = new HashMap<>(values);
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
    return "FROM rollup r WHERE r.sheet = "
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
