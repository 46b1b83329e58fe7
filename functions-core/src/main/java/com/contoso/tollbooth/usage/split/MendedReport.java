package com.contoso.tollbooth.usage.split;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes a report anew as one JSON array, with the mended lines in the place of the rejected. */
final class MendedReport implements Elements {
  private final OutputStream out;
  private final MendedLines mended;
  private boolean hasLines;
  private boolean inLong;
  private MendedLines.@Nullable Line inPlace;

  MendedReport(OutputStream out, MendedLines mended) throws IOException {
    this.out = out;
    this.mended = mended;
    out.write('[');
  }

  @Override
  public void element(LineFacts facts, byte[] text, int from, int to) throws IOException {
    longPart(facts.number(), text, from, to);
    longEnd(facts);
  }

  @Override
  public void longPart(long number, byte[] text, int from, int to) throws IOException {
    if (!inLong) {
      inLong = true;
      inPlace = mended.take(number);
      begin(inPlace);
    }
    if (inPlace == null) {
      out.write(text, from, to - from);
    }
  }

  private void begin(MendedLines.@Nullable Line line) throws IOException {
    if (line != null && line.text().isEmpty()) {
      return;
    }
    out.write(hasLines ? ",\n".getBytes(StandardCharsets.US_ASCII) : new byte[] {'\n'});
    hasLines = true;
    if (line != null) {
      out.write(line.text().getBytes(StandardCharsets.UTF_8));
    }
  }

  @Override
  public void longEnd(LineFacts facts) {
    inLong = false;
  }

  void end() throws IOException {
    MendedLines.Line rest = mended.rest();
    if (rest != null) {
      throw new IllegalArgumentException("the report has no line " + rest.number());
    }
    out.write("\n]\n".getBytes(StandardCharsets.US_ASCII));
  }
}
