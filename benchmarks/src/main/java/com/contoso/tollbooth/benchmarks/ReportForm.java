package com.contoso.tollbooth.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The forms of report that are split here, each with the bare scan it is measured beside. */
enum ReportForm {
  LEGACY("legacy JSON", "bare token scan") {
    @Override
    void write(OutputStream out, long bytes) throws IOException {
      LegacyReport.write(out, bytes);
    }

    @Override
    long scan(Path file) throws IOException {
      long tokens = 0;
      try (InputStream in = Files.newInputStream(file);
          JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), in)) {
        while (parser.nextToken() != null) {
          tokens++;
        }
      }
      return tokens;
    }
  },
  COST_DETAILS("Cost Details CSV", "bare scan of its cells") {
    @Override
    void write(OutputStream out, long bytes) throws IOException {
      CostDetailsReport.write(out, bytes);
    }

    @Override
    long scan(Path file) throws IOException {
      long cells = 0;
      try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(file)) {
        for (CsvRecord row : rows) {
          cells += row.getFieldCount();
        }
      }
      return cells;
    }
  };

  final String title;
  final String beside;

  ReportForm(String title, String beside) {
    this.title = title;
    this.beside = beside;
  }

  abstract void write(OutputStream out, long bytes) throws IOException;

  abstract long scan(Path file) throws IOException;
}
