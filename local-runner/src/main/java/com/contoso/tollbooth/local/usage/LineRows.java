package com.contoso.tollbooth.local.usage;

import com.contoso.tollbooth.usage.Cost;
import com.contoso.tollbooth.usage.Dimensions;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.LedgerLine;
import com.contoso.tollbooth.usage.RunId;
import com.contoso.tollbooth.usage.SubscriptionId;
import com.contoso.tollbooth.usage.UsageLine;
import com.contoso.tollbooth.usage.ledger.Digest;
import com.contoso.tollbooth.usage.ledger.LineKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads rows of lines and dimensions; remembers the dimensions, which many rows share. */
final class LineRows {
  static final JsonMapper JSON = JsonMapper.shared();

  static final String DIMENSION =
      """
      d.number AS dimension, d.enrollment AS enrollment, d.subscription AS subscription,
      d.subscription_name AS subscription_name, d.cost_center AS cost_center,
      d.department AS department, d.account AS account, d.resource_group AS resource_group,
      d.service AS service, d.tags AS tags
      """;

  private static final String SELECT =
      """
      SELECT s.day AS day, l.hash AS hash, l.rank AS rank, l.run AS run, l.resource AS resource,
        l.location AS location, l.resource_service AS resource_service, l.quantity AS quantity,
        l.unit_price AS unit_price, l.reported_cost AS reported_cost,
        l.reported_currency AS reported_currency, l.cost AS cost, l.currency AS currency,
        l.basis AS basis, l.further AS further, m.id AS meter, m.name AS meter_name,
        m.sub_category AS sub_category, m.region AS region, m.unit AS unit,
      """
          + DIMENSION;

  private static final String MORE =
      " JOIN dimension d ON d.number = l.dimension JOIN meter m ON m.number = l.meter ";

  /** Of lines {@code l} found through their sheets {@code s}; conditions follow. */
  static final String SELECT_BY_SHEET =
      SELECT + "FROM sheet s CROSS JOIN line l ON l.sheet = s.number" + MORE;

  /** Of lines {@code l} found by themselves; conditions follow. */
  static final String SELECT_BY_LINE =
      SELECT + "FROM line l CROSS JOIN sheet s ON s.number = l.sheet" + MORE;

  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private final Map<Long, Dimensions> known = new HashMap<>();

  LedgerLine line(ResultSet row, int number) throws SQLException {
    Dimensions dimensions = dimensions(row);
    var line =
        new UsageLine(
            dimensions.subscription(),
            dimensions.subscriptionName(),
            LocalDate.ofEpochDay(row.getLong("day")),
            new UsageLine.Meter(
                row.getString("meter"),
                row.getString("meter_name"),
                dimensions.service(),
                row.getString("sub_category"),
                row.getString("region"),
                row.getString("unit")),
            new UsageLine.Resource(
                row.getString("resource"),
                dimensions.resourceGroup(),
                row.getString("location"),
                row.getString("resource_service")),
            dimensions.owner(),
            charge(row),
            dimensions.tags(),
            JSON.readValue(row.getString("further"), TEXTS));
    return new LedgerLine(
        dimensions.enrollment(),
        key(row).id(),
        line,
        new Cost(
            Decimals.of(row, "cost"),
            row.getString("currency"),
            Cost.Basis.valueOf(row.getString("basis"))),
        new RunId(row.getString("run")));
  }

  Dimensions dimensions(ResultSet row) throws SQLException {
    long number = row.getLong("dimension");
    Dimensions dimensions = known.get(number);
    if (dimensions == null) {
      dimensions =
          new Dimensions(
              new EnrollmentNumber(row.getString("enrollment")),
              new SubscriptionId(row.getString("subscription")),
              row.getString("subscription_name"),
              new UsageLine.Owner(
                  row.getString("cost_center"),
                  row.getString("department"),
                  row.getString("account")),
              row.getString("resource_group"),
              row.getString("service"),
              JSON.readValue(row.getString("tags"), TEXTS));
      known.put(number, dimensions);
    }
    return dimensions;
  }

  static LineKey key(ResultSet row) throws SQLException {
    return new LineKey(Digest.of(row.getBytes("hash")), row.getInt("rank"));
  }

  /** NullAway does not see the annotations of a nested record in a class file. */
  @SuppressWarnings("NullAway")
  private static UsageLine.Charge charge(ResultSet row) throws SQLException {
    return new UsageLine.Charge(
        Decimals.of(row, "quantity"),
        Decimals.orNull(row, "unit_price"),
        Decimals.orNull(row, "reported_cost"),
        row.getString("reported_currency"));
  }
}
