package com.contoso.tollbooth.export;

import com.contoso.tollbooth.billing.BillablePlate;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Billing's CSV: RFC 4180, UTF-8 without byte order mark, CRLF, times as ISO-8601 in UTC with
 * milliseconds, confidence with four decimals. No cell can begin a spreadsheet formula: a booth id
 * begins with a letter or digit, and every other cell is made here.
 */
final class PlateCsv {
  private static final int ROW_BYTES = 200;

  private final List<CsvColumn.Titled> columns;
  private final String photoUrl;

  PlateCsv(ExportSettings settings) {
    this.columns = CsvColumn.parse(settings.columns());
    this.photoUrl = settings.photoUrl();
  }

  /** The bytes of some rows, the first of a file with the header line before them. */
  byte[] render(List<? extends BillablePlate> plates, boolean first) {
    var bytes = new ByteArrayOutputStream(plates.size() * ROW_BYTES);
    try (CsvWriter csv =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.CRLF)
            .build(new OutputStreamWriter(bytes, StandardCharsets.UTF_8))) {
      String[] cells = new String[columns.size()];
      if (first) {
        csv.writeRecord(columns.stream().map(CsvColumn.Titled::header).toList());
      }
      for (BillablePlate plate : plates) {
        for (int i = 0; i < cells.length; i++) {
          cells[i] = columns.get(i).column().cell(plate, photoUrl);
        }
        csv.writeRecord(cells);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
