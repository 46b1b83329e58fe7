package com.contoso.tollbooth.azure.batch;

import com.contoso.tollbooth.export.ExportTurn;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;

/**
 * The turn as an advisory lock of PostgreSQL's, held by a connection of its own: the server frees
 * it when the process that holds it dies.
 */
public final class PostgresExportTurn implements ExportTurn {
  private static final Logger log = LoggerFactory.getLogger(PostgresExportTurn.class);

  /** Says {@code TOLL} in ASCII; any number will do that nobody else locks. */
  private static final long LOCK = 0x544F4C4CL;

  private final DataSource database;

  public PostgresExportTurn(DataSource database) {
    this.database = database;
  }

  @Override
  public Optional<Held> take() {
    Connection connection = null;
    try {
      connection = database.getConnection();
      if (tryLock(connection)) {
        Connection holding = connection;
        connection = null;
        return Optional.of(() -> free(holding));
      }
      return Optional.empty();
    } catch (SQLException e) {
      var translated =
          new SQLErrorCodeSQLExceptionTranslator(database).translate("take the turn", null, e);
      throw translated == null ? new IllegalStateException(e) : translated;
    } finally {
      close(connection);
    }
  }

  private static boolean tryLock(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
      statement.setLong(1, LOCK);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  /** A connection that breaks frees the lock as well. */
  private static void free(Connection connection) {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT pg_advisory_unlock(?)")) {
      statement.setLong(1, LOCK);
      statement.execute();
    } catch (SQLException e) {
      log.warn("The export's lock went with its connection", e);
    } finally {
      close(connection);
    }
  }

  private static void close(@org.jspecify.annotations.Nullable Connection connection) {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      log.warn("A connection could not be closed", e);
    }
  }
}
