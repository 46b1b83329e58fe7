package com.contoso.tollbooth.usage.split;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.zip.ZipException;

/** Reads a report of any format, told by its content. */
record ReportReader(int maxLineBytes) {
  private static final int LOOK_AHEAD = 4096;

  /** Hands over every element, or throws where the report turns out not to be whole. */
  void read(InputStream raw, Elements elements) throws IOException, UnreadableReport {
    try (BufferedInputStream in = ReportText.utf8(raw)) {
      switch (first(in)) {
        case '[', '{' -> new JsonReport(in, maxLineBytes, elements, null).read();
        case 0 -> throw new UnreadableReport("it is empty");
        default -> new CsvReport(in, maxLineBytes, elements).read();
      }
    } catch (CharacterCodingException e) {
      throw new UnreadableReport("its text is malformed or breaks off within a character");
    } catch (EOFException | ZipException e) {
      throw new UnreadableReport("its compressed form is broken or breaks off: " + e.getMessage());
    }
  }

  /** The first byte that is not white space; 0 if there is none. */
  private static int first(BufferedInputStream in) throws IOException {
    for (byte next : ReportText.peek(in, LOOK_AHEAD)) {
      if (next < 0 || next > ' ') {
        return next;
      }
    }
    return 0;
  }
}
