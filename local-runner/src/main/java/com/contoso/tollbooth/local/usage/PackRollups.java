package com.contoso.tollbooth.local.usage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/** Packs what a ledger already holds; SQL cannot, for it has no exact sums. */
final class PackRollups implements JavaMigration {
  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("3");
  }

  @Override
  public String getDescription() {
    return "pack rollups";
  }

  @Override
  public @Nullable Integer getChecksum() {
    return null;
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) throws SQLException {
    Connection connection = context.getConnection();
    try (var packed = new PackedRollups(connection)) {
      for (long sheet : sheets(connection)) {
        packed.pack(sheet);
      }
    }
  }

  private static List<Long> sheets(Connection connection) throws SQLException {
    List<Long> sheets = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT number FROM sheet ORDER BY number")) {
      while (row.next()) {
        sheets.add(row.getLong(1));
      }
    }
    return sheets;
  }
}
