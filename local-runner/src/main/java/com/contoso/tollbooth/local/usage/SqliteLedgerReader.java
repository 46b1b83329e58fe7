package com.contoso.tollbooth.local.usage;

import com.contoso.tollbooth.usage.LedgerLine;
import com.contoso.tollbooth.usage.LedgerReader;
import com.contoso.tollbooth.usage.LedgerScope;
import com.contoso.tollbooth.usage.LinePage;
import com.contoso.tollbooth.usage.LineQuery;
import com.contoso.tollbooth.usage.Rollup;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the tables of the ledger, each call at one moment. */
public final class SqliteLedgerReader implements LedgerReader {
  private final UsageDatabase database;
  private final KnownDimensions dimensions = new KnownDimensions();

  SqliteLedgerReader(UsageDatabase database) {
    this.database = database;
  }

  @Override
  public void rollups(LedgerScope scope, Consumer<Rollup> each) {
    var condition = ScopeCondition.of(scope);
    database.readRows(
        connection -> {
          try (var rows = new RollupRows(connection, dimensions, each);
              var select =
                  connection.prepareStatement(
                      RollupRows.SELECT + condition.positional() + RollupRows.ORDER)) {
            condition.bind(select);
            try (ResultSet row = select.executeQuery()) {
              rows.read(row);
            }
          }
          return true;
        });
  }

  @Override
  public void lines(LedgerScope scope, Consumer<LedgerLine> each) {
    var condition = ScopeCondition.of(scope);
    database.read(
        jdbc -> {
          var rows = new LineRows();
          condition
              .bind(
                  jdbc.sql(
                      LineRows.SELECT_BY_SHEET
                          + " WHERE l.retired_run IS NULL AND "
                          + condition.sql()
                          + " ORDER BY s.day, s.subscription, s.enrollment, l.hash, l.rank"))
              .query((RowCallbackHandler) row -> each.accept(rows.line(row, 0)));
          return true;
        });
  }

  @Override
  public LinePage page(LineQuery query) {
    return database.read(jdbc -> page(jdbc, query));
  }

  /** Sheet by sheet, so that what is sorted and skipped is within one sheet. */
  private LinePage page(JdbcClient jdbc, LineQuery query) {
    var filter = new LineFilter(jdbc, dimensions, query);
    PageCursor cursor = PageCursor.parse(query.after());
    List<LedgerLine> found = new ArrayList<>();
    for (LineFilter.SheetRow sheet : filter.sheets(cursor)) {
      PageCursor within = cursor != null && sheet.isAt(cursor) ? cursor : null;
      found.addAll(filter.lines(sheet, within, query.limit() + 1 - found.size()));
      if (found.size() > query.limit()) {
        List<LedgerLine> page = found.subList(0, query.limit());
        return new LinePage(page, PageCursor.after(page.getLast()).toString());
      }
    }
    return new LinePage(found, null);
  }
}
