package com.contoso.tollbooth.usage.split;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The row at hand, its cells one after another. One object serves a whole report, a row after the
 * other: a text for each cell would cost as much as all the rest.
 */
final class CsvRow extends AbstractBaseCsvCallbackHandler<CsvRow> {
  private static final int MOST_CELLS = 1 << 14;
  private static final int MOST_CHARACTERS = 1 << 26;

  private char[] characters = new char[1 << 12];
  private int[] ends = new int[64];
  private int cells;

  @Override
  protected void handleBegin(long startingLine) {
    cells = 0;
  }

  @Override
  protected void handleField(int cell, char[] text, int from, int length, boolean quoted) {
    int start = start(cell);
    if (cell == MOST_CELLS || length > MOST_CHARACTERS - start) {
      throw new CsvParseException("a row is too long");
    }
    if (cell == ends.length) {
      ends = Arrays.copyOf(ends, 2 * cell);
    }
    int end = start + length;
    if (end > characters.length) {
      characters = Arrays.copyOf(characters, Math.max(end, 2 * characters.length));
    }
    System.arraycopy(text, from, characters, start, length);
    ends[cell] = end;
    cells = cell + 1;
  }

  @Override
  protected CsvRow buildRecord() {
    return this;
  }

  int size() {
    return cells;
  }

  /** Where its cells stand. */
  char[] characters() {
    return characters;
  }

  int start(int cell) {
    return cell == 0 ? 0 : ends[cell - 1];
  }

  int end(int cell) {
    return ends[cell];
  }

  /** A cell as the name of a column. */
  String name(int cell) {
    return new String(characters, start(cell), end(cell) - start(cell))
        .replace("\ufeff", "")
        .strip();
  }

  /** Its cells as the names of columns. */
  List<FieldNames.Name> names() {
    List<FieldNames.Name> names = new ArrayList<>();
    for (int cell = 0; cell < cells; cell++) {
      names.add(new FieldNames.Name(name(cell)));
    }
    return names;
  }
}
