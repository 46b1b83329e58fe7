package com.contoso.tollbooth.usage.split;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the rows of CSV partitions, one after another, each with its header. Before the first
 * header may stand a title such as {@code "Usage Data Extract"}; with nothing after it, that is the
 * report of a month without usage.
 */
final class CsvReport {
  private static final String EMPTY_MONTH = "Usage Data Extract";
  private static final byte[] OBJECT = ascii("{\"");
  private static final byte[] ARRAY = ascii("[\"");
  private static final byte[] NEXT_TEXT = ascii("\",\"");
  private static final byte[] VALUE = ascii("\":\"");
  private static final byte[] END_OBJECT = ascii("\"}");
  private static final byte[] END_ARRAY = ascii("\"]");

  private final InputStream in;
  private final int limit;
  private final Elements elements;
  private final LineFacts facts = new LineFacts();
  private final JsonLine json = new JsonLine();
  private List<FieldNames.Name> header = List.of();
  private byte[][] beforeCells = new byte[0][];
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
    try (CsvReader<CsvRow> rows =
        CsvReader.builder()
            .allowExtraFields(true)
            .allowMissingFields(true)
            .build(new CsvRow(), characters)) {
      long before = 0;
      boolean tooShort = false;
      for (CsvRow row : rows) {
        before = number;
        tooShort = row.size() < header.size();
        row(row);
      }
      if (ending.breaksOff(tooShort)) {
        throw new UnreadableReport("it breaks off after line " + before);
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

  private void row(CsvRow row) throws IOException {
    if (header.isEmpty()) {
      begin(row);
    } else if (!repeatsHeader(row)) {
      line(row);
    }
  }

  private void begin(CsvRow row) {
    List<FieldNames.Name> names = row.names();
    if (has(names, UsageField.DATE) && has(names, UsageField.QUANTITY)) {
      header(names);
      headerTexts = new HashSet<>(names.stream().map(name -> name.text).toList());
    } else if (number == 0 && row.name(0).startsWith(EMPTY_MONTH)) {
      titled = true;
    }
  }

  private void header(List<FieldNames.Name> names) {
    header = apart(names);
    beforeCells = new byte[names.size()][];
    for (int i = 0; i < beforeCells.length; i++) {
      json.clear();
      json.put(i == 0 ? OBJECT : NEXT_TEXT);
      json.put(JsonLine.escaped(header.get(i).text));
      json.put(VALUE);
      beforeCells[i] = Arrays.copyOf(json.bytes(), json.length());
    }
  }

  /**
   * A name that stands for nothing may be there twice, such as that of empty columns at the end:
   * the second becomes {@code "Note (2)"}, for an object of JSON has a name once. One that stands
   * for a field stays, and each row is rejected, since nothing tells which of the two is meant.
   */
  private static List<FieldNames.Name> apart(List<FieldNames.Name> names) {
    Set<String> taken = new HashSet<>();
    Set<String> texts = new HashSet<>(names.stream().map(name -> name.text).toList());
    List<FieldNames.Name> apart = new ArrayList<>();
    for (FieldNames.Name name : names) {
      String text = name.text;
      if (name.meaning == null && !taken.add(text)) {
        for (int number = 2; !texts.add(text); number++) {
          text = name.text + " (" + number + ")";
        }
      }
      apart.add(text.equals(name.text) ? name : new FieldNames.Name(text));
    }
    return apart;
  }

  private static boolean has(List<FieldNames.Name> names, UsageField field) {
    return names.stream()
        .map(name -> name.meaning)
        .anyMatch(meaning -> meaning != null && meaning.field() == field);
  }

  /** The next partition begins, perhaps with its columns in another order. */
  private boolean repeatsHeader(CsvRow row) {
    if (row.size() != header.size() || !headerTexts.contains(row.name(0))) {
      return false;
    }
    List<FieldNames.Name> names = row.names();
    if (!names.stream().allMatch(name -> headerTexts.contains(name.text))) {
      return false;
    }
    header(names);
    return true;
  }

  private void line(CsvRow row) throws IOException {
    facts.begin(number + 1);
    json.clear();
    if (row.size() == header.size()) {
      object(row);
    } else {
      facts.wrong("it has " + row.size() + " columns and the header " + header.size());
      array(row);
    }
    if (json.length() > limit) {
      elements.longPart(number + 1, json.bytes(), 0, json.length());
      elements.longEnd(facts);
    } else {
      elements.element(facts, json.bytes(), 0, json.length());
    }
    number++;
  }

  private void object(CsvRow row) {
    char[] characters = row.characters();
    int start = 0;
    for (int i = 0; i < beforeCells.length; i++) {
      FieldNames.Name name = header.get(i);
      int end = row.end(i);
      if (facts.begins(name)) {
        facts.value(name, characters, start, end - start);
      }
      json.put(beforeCells[i]);
      json.escaped(characters, start, end);
      start = end;
    }
    json.put(END_OBJECT);
  }

  private void array(CsvRow row) {
    for (int i = 0; i < row.size(); i++) {
      json.put(i == 0 ? ARRAY : NEXT_TEXT);
      json.escaped(row.characters(), row.start(i), row.end(i));
    }
    json.put(END_ARRAY);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
