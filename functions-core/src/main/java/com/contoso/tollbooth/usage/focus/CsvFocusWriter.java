package com.contoso.tollbooth.usage.focus;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * FOCUS as CSV: RFC 4180, UTF-8, CRLF, an absent value as an empty cell. Texts stand as they are,
 * because the file is for programs: what guards a spreadsheet would change a tag's value.
 */
final class CsvFocusWriter implements FocusWriter {
  @Override
  public FocusFormat format() {
    return FocusFormat.CSV;
  }

  @Override
  public Sheet open(OutputStream out, FocusScales scales) {
    CsvWriter csv =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.CRLF)
            .build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    csv.writeRecord(Arrays.stream(FocusColumn.values()).map(FocusColumn::id).toList());
    return new CsvSheet(csv);
  }

  private record CsvSheet(CsvWriter csv) implements Sheet {
    private static final FocusColumn[] COLUMNS = FocusColumn.values();

    @Override
    public void write(FocusRow row) {
      String[] cells = new String[COLUMNS.length];
      for (int i = 0; i < cells.length; i++) {
        cells[i] = cell(row.value(COLUMNS[i]));
      }
      csv.writeRecord(cells);
    }

    /** Instants of whole seconds print as {@code 2026-01-01T00:00:00Z}, as FOCUS wants them. */
    private static String cell(@Nullable Object value) {
      return switch (value) {
        case null -> "";
        case BigDecimal decimal -> decimal.toPlainString();
        default -> value.toString();
      };
    }

    @Override
    public void close() throws IOException {
      csv.flush();
    }
  }
}
