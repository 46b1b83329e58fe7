package com.contoso.tollbooth.local.usage;

import com.contoso.tollbooth.usage.LedgerLine;
import com.contoso.tollbooth.usage.LineId;
import com.contoso.tollbooth.usage.ledger.LineKey;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The last line of a page. */
record PageCursor(long day, String subscription, String enrollment, LineKey key) {
  private static final int PARTS = 4;

  static PageCursor after(LedgerLine line) {
    return new PageCursor(
        line.line().date().toEpochDay(),
        line.line().subscription().value(),
        line.enrollment().value(),
        LineKey.of(line.id()));
  }

  static @Nullable PageCursor parse(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("/", PARTS);
      return new PageCursor(
          Long.parseLong(parts[0]), parts[3], parts[1], LineKey.of(new LineId(parts[2])));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("'after' is the 'next' of the page before", e);
    }
  }

  /** The subscription, which may be any text, comes last. */
  @Override
  public String toString() {
    String text = day + "/" + enrollment + "/" + key.id() + "/" + subscription;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
