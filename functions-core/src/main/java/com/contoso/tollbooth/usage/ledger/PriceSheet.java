package com.contoso.tollbooth.usage.ledger;

import com.contoso.tollbooth.usage.Checksum;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A price sheet: a CSV in UTF-8 whose first line names its columns, in any order and case.
 *
 * <ul>
 *   <li>{@code meterId}: once in the sheet
 *   <li>{@code unitPrice}: for one unit of the meter, zero or more, with a decimal point
 *   <li>{@code currency}: ISO 4217, the same in every line
 *   <li>{@code unit}, which may be left out like any other column: for people to read
 * </ul>
 *
 * A sheet with a line that is wrong is no sheet: a price that is silently left out would be a cost
 * of zero.
 */
public final class PriceSheet {
  private static final String METER = "meterid";
  private static final String PRICE = "unitprice";
  private static final String CURRENCY = "currency";

  private final List<String> faults = new ArrayList<>();
  private final Map<String, BigDecimal> prices = new HashMap<>();
  private @Nullable String currency;

  private PriceSheet() {}

  /**
   * Reads a sheet; its version is the SHA-256 of its bytes.
   *
   * @throws BadPriceSheet naming every line that is wrong
   */
  public static RateCard read(byte[] bytes) {
    var sheet = new PriceSheet();
    try {
      sheet.parse(reader(bytes));
    } catch (CharacterCodingException e) {
      throw new BadPriceSheet(List.of("line 1: the sheet is not UTF-8"));
    } catch (IOException | CsvParseException e) {
      throw new BadPriceSheet(List.of("line 1: the sheet is no CSV: " + e.getMessage()));
    }
    return sheet.card(bytes);
  }

  private static Reader reader(byte[] bytes) {
    boolean mark =
        bytes.length > 2
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
    int from = mark ? 3 : 0;
    return new InputStreamReader(
        new ByteArrayInputStream(bytes, from, bytes.length - from),
        StandardCharsets.UTF_8.newDecoder());
  }

  private RateCard card(byte[] bytes) {
    if (faults.isEmpty() && prices.isEmpty()) {
      faults.add("line 1: the sheet has no price");
    }
    if (!faults.isEmpty()) {
      throw new BadPriceSheet(faults);
    }
    return new RateCard(Checksum.of(bytes), currency == null ? "" : currency, prices);
  }

  private void parse(Reader reader) throws IOException {
    Map<String, Integer> columns = new HashMap<>();
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder().allowExtraFields(true).allowMissingFields(true).ofCsvRecord(reader)) {
      for (CsvRecord line : csv) {
        if (columns.isEmpty()) {
          header(line, columns);
          if (!faults.isEmpty()) {
            return;
          }
        } else {
          line(line, columns);
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void header(CsvRecord line, Map<String, Integer> columns) {
    for (int i = 0; i < line.getFieldCount(); i++) {
      columns.putIfAbsent(line.getField(i).strip().toLowerCase(Locale.ROOT), i);
    }
    for (String needed : List.of("meterId", "unitPrice", "currency")) {
      if (!columns.containsKey(needed.toLowerCase(Locale.ROOT))) {
        fault(line, "there is no column " + needed);
      }
    }
  }

  private void line(CsvRecord line, Map<String, Integer> columns) {
    String meter = field(line, columns, METER).toLowerCase(Locale.ROOT);
    BigDecimal price = price(line, field(line, columns, PRICE));
    boolean known = isCurrency(line, field(line, columns, CURRENCY));
    if (meter.isEmpty()) {
      fault(line, "there is no meter id");
    } else if (price != null && known && prices.putIfAbsent(meter, price) != null) {
      fault(line, "the meter '%s' has a price already".formatted(meter));
    }
  }

  private static String field(CsvRecord line, Map<String, Integer> columns, String name) {
    Integer column = columns.get(name);
    return column == null || column >= line.getFieldCount() ? "" : line.getField(column).strip();
  }

  private @Nullable BigDecimal price(CsvRecord line, String text) {
    if (text.matches("\\d{1,20}(\\.\\d{1,30})?([eE]-?\\d{1,2})?")) {
      return new BigDecimal(text);
    }
    fault(line, "'%s' is no price, such as 0.0125".formatted(text));
    return null;
  }

  private boolean isCurrency(CsvRecord line, String text) {
    try {
      String code = Currency.getInstance(text).getCurrencyCode();
      if (currency == null) {
        currency = code;
      }
      if (!code.equals(currency)) {
        fault(line, "the sheet is in %s, not in %s".formatted(currency, code));
      }
      return code.equals(currency);
    } catch (IllegalArgumentException e) {
      fault(line, "'%s' is no currency of ISO 4217".formatted(text));
      return false;
    }
  }

  private void fault(CsvRecord line, String what) {
    faults.add("line %d: %s".formatted(line.getStartingLineNumber(), what));
  }
}
