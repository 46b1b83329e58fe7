package com.contoso.tollbooth.local.usage;

import com.contoso.tollbooth.usage.Dimensions;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.RunId;
import com.contoso.tollbooth.usage.UsageLine;
import com.contoso.tollbooth.usage.ledger.Digest;
import com.contoso.tollbooth.usage.ledger.LineKey;
import com.contoso.tollbooth.usage.ledger.PricedLine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Writes lines of one run, with the dimensions, meters and rollups they belong to. */
final class LineWriter implements AutoCloseable {
  private static final String UPSERT =
      """
      INSERT INTO line (sheet, hash, rank, digest, run, rollup, dimension, meter, resource, location,
        resource_service, quantity, unit_price, reported_cost, reported_currency, cost, currency,
        basis, further)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (sheet, hash, rank) DO UPDATE SET digest = excluded.digest, run = excluded.run,
        retired_run = NULL, rollup = excluded.rollup, dimension = excluded.dimension,
        meter = excluded.meter, resource = excluded.resource, location = excluded.location,
        resource_service = excluded.resource_service, quantity = excluded.quantity,
        unit_price = excluded.unit_price, reported_cost = excluded.reported_cost,
        reported_currency = excluded.reported_currency, cost = excluded.cost,
        currency = excluded.currency, basis = excluded.basis, further = excluded.further
      """;

  private final EnrollmentNumber enrollment;
  private final RunId run;
  private final NumberedRows<Dimensions> dimensions;
  private final NumberedRows<UsageLine.Meter> meters;
  private final RollupSums rollups;
  private final PreparedStatement upsert;
  private final PreparedStatement retire;

  LineWriter(Connection connection, EnrollmentNumber enrollment, RunId run, RollupSums rollups)
      throws SQLException {
    this.enrollment = enrollment;
    this.run = run;
    this.rollups = rollups;
    dimensions =
        new NumberedRows<>(
            connection,
            "dimension",
            "enrollment",
            "subscription",
            "subscription_name",
            "cost_center",
            "department",
            "account",
            "resource_group",
            "service",
            "tags");
    meters =
        new NumberedRows<>(connection, "meter", "id", "name", "sub_category", "region", "unit");
    upsert = connection.prepareStatement(UPSERT);
    retire =
        connection.prepareStatement(
            "UPDATE line SET retired_run = ?, rollup = NULL WHERE number = ?");
  }

  void write(long sheet, LineKey key, Digest digest, PricedLine priced) throws SQLException {
    UsageLine line = priced.line();
    long dimension = dimension(Dimensions.of(enrollment, line));
    upsert.setLong(1, sheet);
    upsert.setBytes(2, key.natural().bytes());
    upsert.setInt(3, key.rank());
    upsert.setBytes(4, digest.bytes());
    upsert.setString(5, run.value());
    upsert.setLong(6, rollups.add(sheet, dimension, priced.cost()));
    upsert.setLong(7, dimension);
    upsert.setLong(8, meter(line.meter()));
    upsert.setString(9, line.resource().id());
    upsert.setString(10, line.resource().location());
    upsert.setString(11, line.resource().service());
    upsert.setString(12, Decimals.text(line.charge().quantity()));
    upsert.setString(13, Decimals.textOrNull(line.charge().unitPrice()));
    upsert.setString(14, Decimals.textOrNull(line.charge().cost()));
    upsert.setString(15, line.charge().currency());
    upsert.setString(16, Decimals.text(priced.cost().amount()));
    upsert.setString(17, priced.cost().currency());
    upsert.setString(18, priced.cost().basis().name());
    upsert.setString(19, LineRows.JSON.writeValueAsString(line.further()));
    upsert.executeUpdate();
  }

  void retire(long line) throws SQLException {
    retire.setString(1, run.value());
    retire.setLong(2, line);
    retire.executeUpdate();
  }

  private long dimension(Dimensions of) throws SQLException {
    return dimensions.number(
        of,
        () ->
            List.of(
                of.enrollment().value(),
                of.subscription().value(),
                of.subscriptionName(),
                of.owner().costCenter(),
                of.owner().department(),
                of.owner().account(),
                of.resourceGroup(),
                of.service(),
                LineRows.JSON.writeValueAsString(of.tags())));
  }

  private long meter(UsageLine.Meter of) throws SQLException {
    return meters.number(
        of, () -> List.of(of.id(), of.name(), of.subCategory(), of.region(), of.unit()));
  }

  @Override
  public void close() throws SQLException {
    upsert.close();
    retire.close();
    dimensions.close();
    meters.close();
  }
}
