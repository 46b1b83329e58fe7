package com.contoso.tollbooth.focus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contoso.tollbooth.usage.Cost;
import com.contoso.tollbooth.usage.LedgerLine;
import com.contoso.tollbooth.usage.finance.Lines;
import com.contoso.tollbooth.usage.finance.ListedLedger;
import com.contoso.tollbooth.usage.focus.FocusColumn;
import com.contoso.tollbooth.usage.focus.FocusRow;
import com.contoso.tollbooth.usage.focus.FocusScales;
import com.contoso.tollbooth.usage.focus.FocusValidator;
import com.contoso.tollbooth.usage.focus.FocusWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DuckDB, which shares no code with the writer, judges the files. */
class ParquetFocusTests {
  private static final FocusScales USUAL = new FocusScales(18, 18, 18, true);

  @TempDir Path folder;

  @Test
  void isValidFocusOfTheRightTypes() throws Exception {
    List<LedgerLine> lines = allKinds();
    write(lines, USUAL);

    var validator = new FocusValidator(ids()).types(types());
    rows().forEach(validator::row);
    assertThat(validator.violations()).isEmpty();
    assertThat(rows()).hasSize(lines.size());
  }

  @Test
  void sumsToTheLedgerToTheLastDigit() throws Exception {
    List<LedgerLine> lines = allKinds();
    write(lines, USUAL);

    assertThat(sums()).isEqualTo(plain(new ListedLedger(lines).totals()));
  }

  @Test
  void holdsEveryValueAsTheRowHasIt() throws Exception {
    List<LedgerLine> lines = allKinds();
    write(lines, USUAL);

    List<Map<String, @Nullable String>> rows = rows();
    for (int i = 0; i < lines.size(); i++) {
      for (FocusColumn column : FocusColumn.values()) {
        Object expected = new FocusRow(lines.get(i), "Contoso").value(column);
        String actual = rows.get(i).get(column.id());
        if (expected instanceof BigDecimal decimal) {
          assertThat(new BigDecimal(actual)).as(column.id()).isEqualByComparingTo(decimal);
        } else {
          assertThat(actual)
              .as(column.id())
              .isEqualTo(expected == null ? null : expected.toString());
        }
      }
    }
  }

  @Test
  void takesMoreDecimalsWhereTheyAreNeeded() throws Exception {
    write(
        List.of(Lines.line().costs("0.000000000000000000012345"), Lines.line().costs("-7")),
        new FocusScales(24, 18, 18, true));

    assertThat(types()).containsEntry("BilledCost", "DECIMAL(38,24)");
    assertThat(sums()).isEqualTo(Map.of("EUR", new BigDecimal("-6.999999999999999999987655")));
  }

  @Test
  void refusesWhatItWouldHaveToRound() {
    var writer = new ParquetFocusWriter();

    assertThatThrownBy(
            () -> writer.open(OutputStream.nullOutputStream(), new FocusScales(38, 0, 0, false)))
        .hasMessageContaining("38 digits");
    assertThatThrownBy(
            () ->
                write(
                    List.of(Lines.line().costs("0.0000000000000000001")),
                    new FocusScales(18, 18, 18, true)))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void writesTheGreatestAndTheLeastOfThirtyEightDigits() throws Exception {
    String nines = "9".repeat(20) + "." + "9".repeat(18);
    write(List.of(Lines.line().costs(nines)), USUAL);
    assertThat(sums()).isEqualTo(Map.of("EUR", new BigDecimal(nines)));

    write(List.of(Lines.line().costs("-" + nines)), USUAL);
    assertThat(sums()).isEqualTo(Map.of("EUR", new BigDecimal("-" + nines)));
  }

  @Test
  void theSameRowsGiveTheSameBytes() throws Exception {
    assertThat(bytes(allKinds())).isEqualTo(bytes(allKinds()));
  }

  @Test
  void aMonthWithoutLinesIsAFileWithoutRows() throws Exception {
    write(List.of(), USUAL);

    assertThat(rows()).isEmpty();
    assertThat(types()).hasSize(FocusColumn.values().length);
  }

  @Test
  void leavesTheHeapGroupByGroup() throws Exception {
    List<LedgerLine> lines = Lines.random(2, 1_000);
    int times = 101;
    Path file = folder.resolve("focus.parquet");
    try (OutputStream out = Files.newOutputStream(file);
        FocusWriter.Sheet sheet = new ParquetFocusWriter().open(out, USUAL)) {
      for (int i = 0; i < times; i++) {
        for (LedgerLine line : lines) {
          sheet.write(new FocusRow(line, null));
        }
      }
    }

    assertThat(query("select count(*), 0 from '%s'").getFirst()).startsWith("101000");
    assertThat(
            query("select count(distinct row_group_id), 0 from parquet_metadata('%s')").getFirst())
        .startsWith("2|");
    var totals = new TreeMap<String, BigDecimal>();
    new ListedLedger(lines)
        .totals()
        .forEach((currency, sum) -> totals.put(currency, sum.multiply(BigDecimal.valueOf(times))));
    assertThat(sums()).isEqualTo(plain(totals));
  }

  private static List<LedgerLine> allKinds() {
    return Stream.of(
            Lines.random(11, 500).stream(),
            Stream.of("Purchase", "Tax", "Refund", "RoundingAdjustment")
                .map(type -> Lines.line().further(Map.of("ChargeType", type)).costs("3.5")),
            Stream.of(
                Lines.line().service("").department("").costCenter("").unit("").costs("-1"),
                Lines.line().tags(Map.of("a\"b", "x,\r\n;ü=")).to("0", "0", Cost.Basis.UNRATED)))
        .flatMap(lines -> lines)
        .toList();
  }

  private void write(List<LedgerLine> lines, FocusScales scales) throws IOException {
    try (OutputStream out = Files.newOutputStream(folder.resolve("focus.parquet"))) {
      write(lines, scales, out);
    }
  }

  private static void write(List<LedgerLine> lines, FocusScales scales, OutputStream out)
      throws IOException {
    try (FocusWriter.Sheet sheet = new ParquetFocusWriter().open(out, scales)) {
      for (LedgerLine line : lines) {
        sheet.write(new FocusRow(line, "Contoso"));
      }
    }
  }

  private static byte[] bytes(List<LedgerLine> lines) throws IOException {
    var out = new ByteArrayOutputStream();
    write(lines, USUAL, out);
    return out.toByteArray();
  }

  private Map<String, BigDecimal> sums() throws SQLException {
    var sums = new TreeMap<String, BigDecimal>();
    for (String row :
        query("select BillingCurrency, sum(BilledCost) from '%s' group by BillingCurrency")) {
      String[] cells = row.split("\\|");
      sums.put(cells[0], new BigDecimal(cells[1]));
    }
    return plain(sums);
  }

  private static Map<String, BigDecimal> plain(Map<String, BigDecimal> sums) {
    var plain = new TreeMap<String, BigDecimal>();
    sums.forEach((currency, sum) -> plain.put(currency, sum.stripTrailingZeros()));
    return plain;
  }

  private Map<String, String> types() throws SQLException {
    var types = new HashMap<String, String>();
    for (String row : query("select column_name, column_type from (describe from '%s')")) {
      String[] cells = row.split("\\|");
      types.put(cells[0], cells[1]);
    }
    return types;
  }

  /** Times as DuckDB prints them in UTC. */
  private List<Map<String, @Nullable String>> rows() throws SQLException {
    String columns =
        String.join(
            ", ",
            Arrays.stream(FocusColumn.values())
                .map(
                    column ->
                        column.type() == FocusColumn.Type.TIME
                            ? "strftime(%1$s, '%%Y-%%m-%%dT%%H:%%M:%%SZ') as %1$s"
                                .formatted(column.id())
                            : column.id() + "::varchar as " + column.id())
                .toList());
    var rows = new ArrayList<Map<String, @Nullable String>>();
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        var statement = duck.createStatement()) {
      statement.execute("set timezone = 'UTC'");
      try (ResultSet result =
          statement.executeQuery(
              "select " + columns + " from '" + folder.resolve("focus.parquet") + "'")) {
        while (result.next()) {
          var row = new HashMap<String, @Nullable String>();
          for (FocusColumn column : FocusColumn.values()) {
            row.put(column.id(), result.getString(column.id()));
          }
          rows.add(row);
        }
      }
    }
    return rows;
  }

  private List<String> query(String sql) throws SQLException {
    var rows = new ArrayList<String>();
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        var statement = duck.createStatement();
        ResultSet result = statement.executeQuery(sql.formatted(folder.resolve("focus.parquet")))) {
      while (result.next()) {
        rows.add(result.getString(1) + "|" + result.getString(2));
      }
    }
    return rows;
  }

  private static List<String> ids() {
    return Arrays.stream(FocusColumn.values()).map(FocusColumn::id).toList();
  }
}
