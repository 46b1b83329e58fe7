package com.contoso.tollbooth.usage.split;

import com.contoso.tollbooth.usage.DayFile;
import com.contoso.tollbooth.usage.Totals;
import com.contoso.tollbooth.usage.UsageLine;
import java.util.function.Consumer;

/** Hands on the elements of a day file as usage lines. */
final class MappedLines implements Elements {
  private final DayFile file;
  private final Consumer<UsageLine> each;
  private final LineTexts texts = new LineTexts();
  private final Tally tally = new Tally();

  MappedLines(DayFile file, Consumer<UsageLine> each) {
    this.file = file;
    this.each = each;
  }

  LineTexts texts() {
    return texts;
  }

  Totals totals() {
    return tally.totals();
  }

  @Override
  public void element(LineFacts facts, byte[] text, int from, int to) {
    String fault = facts.fault();
    if (fault != null || !file.day().equals(facts.day())) {
      throw new IllegalStateException(
          "line " + facts.number() + " of " + file.file().name() + " is at fault: " + fault);
    }
    facts.addTo(tally);
    each.accept(LineMapping.line(facts, texts));
  }

  @Override
  public void longPart(long number, byte[] text, int from, int to) {
    throw new IllegalStateException("there is no limit to line " + number);
  }

  @Override
  public void longEnd(LineFacts facts) {}
}
