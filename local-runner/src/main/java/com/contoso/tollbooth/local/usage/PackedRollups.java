package com.contoso.tollbooth.local.usage;

import com.contoso.tollbooth.usage.Cost;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The rollups of a sheet as one value, those that differ by their basis alone as one. A month has
 * hundreds of thousands of rollups and hundreds of sheets, and it is the rows that take time.
 */
final class PackedRollups implements AutoCloseable {
  /** No dimension has this number: a currency follows. */
  private static final long CURRENCY = 0;

  private final PreparedStatement find;
  private final PreparedStatement put;

  PackedRollups(Connection connection) throws SQLException {
    find =
        connection.prepareStatement(
            """
            SELECT dimension, currency, basis, lines, cost FROM rollup
            WHERE sheet = ? ORDER BY currency, dimension
            """);
    put = connection.prepareStatement("INSERT OR REPLACE INTO packed_rollups VALUES (?, ?)");
  }

  /** Packs the rollups of a sheet as they are now. */
  void pack(long sheet) throws SQLException {
    find.setLong(1, sheet);
    try (ResultSet row = find.executeQuery()) {
      put.setLong(1, sheet);
      put.setBytes(2, packed(row));
      put.executeUpdate();
    }
  }

  private static byte[] packed(ResultSet row) throws SQLException {
    var bytes = new ByteArrayOutputStream();
    var out = new Writer(new DataOutputStream(bytes));
    try {
      while (row.next()) {
        out.add(row);
      }
      out.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static void each(byte[] packed, Each each) throws SQLException {
    ByteBuffer in = ByteBuffer.wrap(packed);
    String currency = "";
    while (in.hasRemaining()) {
      long dimension = in.getLong();
      if (dimension == CURRENCY) {
        currency = new String(bytes(in), StandardCharsets.UTF_8);
      } else {
        each.rollup(
            dimension,
            currency,
            in.getLong(),
            in.getLong(),
            new BigDecimal(new BigInteger(bytes(in)), in.getInt()));
      }
    }
  }

  private static byte[] bytes(ByteBuffer in) {
    byte[] bytes = new byte[in.getInt()];
    in.get(bytes);
    return bytes;
  }

  @Override
  public void close() throws SQLException {
    find.close();
    put.close();
  }

  /** Takes one rollup after the other. */
  interface Each {
    void rollup(long dimension, String currency, long lines, long unrated, BigDecimal cost)
        throws SQLException;
  }

  /** Holds the rollup that the next row may belong to. */
  private static final class Writer {
    private final DataOutputStream out;
    private String written = "";
    private long dimension = CURRENCY;
    private String currency = "";
    private long lines;
    private long unrated;
    private BigDecimal cost = BigDecimal.ZERO;

    Writer(DataOutputStream out) {
      this.out = out;
    }

    void add(ResultSet row) throws SQLException, IOException {
      if (row.getLong(1) != dimension || !row.getString(2).equals(currency)) {
        end();
        dimension = row.getLong(1);
        currency = row.getString(2);
        lines = 0;
        unrated = 0;
        cost = BigDecimal.ZERO;
      }
      lines += row.getLong(4);
      unrated += Cost.Basis.UNRATED.name().equals(row.getString(3)) ? row.getLong(4) : 0;
      cost = cost.add(new BigDecimal(row.getString(5)));
    }

    void end() throws IOException {
      if (dimension == CURRENCY) {
        return;
      }
      if (!currency.equals(written)) {
        out.writeLong(CURRENCY);
        write(currency.getBytes(StandardCharsets.UTF_8));
        written = currency;
      }
      out.writeLong(dimension);
      out.writeLong(lines);
      out.writeLong(unrated);
      write(cost.unscaledValue().toByteArray());
      out.writeInt(cost.scale());
    }

    private void write(byte[] bytes) throws IOException {
      out.writeInt(bytes.length);
      out.write(bytes);
    }
  }
}
