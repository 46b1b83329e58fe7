package com.contoso.tollbooth.usage.split;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/**
 * Reads the rows of CSV partitions, one after another, each with its header. Before the first
 * header may stand a title such as {@code "Usage Data Extract"}; with nothing after it, that is the
 * report of a month without usage.
 */
final class CsvReport {
  private static final String EMPTY_MONTH = "Usage Data Extract";

  private final InputStream in;
  private final int limit;
  private final Elements elements;
  private final LineFacts facts = new LineFacts();
  private final ByteArrayOutputStream json = new ByteArrayOutputStream();
  private List<FieldNames.Name> header = List.of();
  private Set<String> headerTexts = Set.of();
  private boolean titled;
  private long number;

  CsvReport(InputStream in, int limit, Elements elements) {
    this.in = in;
    this.limit = limit;
    this.elements = elements;
  }

  void read() throws IOException, UnreadableReport {
    var ending = new CsvEnding(in);
    var characters =
        new InputStreamReader(
            ending,
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
    try (CsvReader<CsvRecord> rows =
        CsvReader.builder()
            .allowExtraFields(true)
            .allowMissingFields(true)
            .ofCsvRecord(characters)) {
      CsvRecord last = null;
      for (Iterator<CsvRecord> each = rows.iterator(); each.hasNext(); ) {
        last = each.next();
        if (!each.hasNext() && ending.breaksOff(last.getFieldCount() < header.size())) {
          throw new UnreadableReport("it breaks off after line " + number);
        }
        row(last);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (CsvParseException e) {
      throw unreadable(e);
    }
    if (header.isEmpty() && !titled) {
      throw new UnreadableReport("it is neither JSON nor the CSV of a usage report");
    }
  }

  private UnreadableReport unreadable(CsvParseException e) throws IOException {
    if (e.getCause() instanceof IOException cause) {
      throw cause;
    }
    return new UnreadableReport("it is no CSV after line " + number + ": " + e.getMessage());
  }

  private void row(CsvRecord row) throws IOException {
    List<String> cells = row.getFields();
    if (header.isEmpty()) {
      begin(cells);
    } else if (!repeatsHeader(cells)) {
      line(cells);
    }
  }

  private void begin(List<String> cells) {
    List<FieldNames.Name> names = cells.stream().map(CsvReport::name).toList();
    if (has(names, UsageField.DATE) && has(names, UsageField.QUANTITY)) {
      header = names;
      headerTexts = new HashSet<>(names.stream().map(name -> name.text).toList());
    } else if (number == 0 && cells.getFirst().strip().startsWith(EMPTY_MONTH)) {
      titled = true;
    }
  }

  private static FieldNames.Name name(String cell) {
    return new FieldNames.Name(cell.replace("\ufeff", "").strip());
  }

  private static boolean has(List<FieldNames.Name> names, UsageField field) {
    return names.stream()
        .map(name -> name.meaning)
        .anyMatch(meaning -> meaning != null && meaning.field() == field);
  }

  /** The next partition begins, perhaps with its columns in another order. */
  private boolean repeatsHeader(List<String> cells) {
    if (cells.size() != header.size() || !headerTexts.contains(name(cells.getFirst()).text)) {
      return false;
    }
    List<FieldNames.Name> names = cells.stream().map(CsvReport::name).toList();
    if (!names.stream().allMatch(name -> headerTexts.contains(name.text))) {
      return false;
    }
    header = names;
    return true;
  }

  private void line(List<String> cells) throws IOException {
    facts.begin(number + 1);
    json.reset();
    try (JsonGenerator object = JsonReport.JSON.createGenerator(ObjectWriteContext.empty(), json)) {
      if (cells.size() == header.size()) {
        object(cells, object);
      } else {
        facts.wrong("it has " + cells.size() + " columns and the header " + header.size());
        object.writeStartArray();
        cells.forEach(object::writeString);
        object.writeEndArray();
      }
    }
    byte[] text = json.toByteArray();
    if (text.length > limit) {
      elements.longPart(number + 1, text, 0, text.length);
      elements.longEnd(facts);
    } else {
      elements.element(facts, text, 0, text.length);
    }
    number++;
  }

  private void object(List<String> cells, JsonGenerator object) {
    object.writeStartObject();
    for (int i = 0; i < cells.size(); i++) {
      FieldNames.Name name = header.get(i);
      String cell = cells.get(i);
      if (facts.begins(name)) {
        facts.value(name, cell.toCharArray(), 0, cell.length());
      }
      object.writeName(name.text);
      object.writeString(cell);
    }
    object.writeEndObject();
  }
}
