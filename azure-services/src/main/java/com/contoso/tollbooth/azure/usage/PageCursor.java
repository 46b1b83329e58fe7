package com.contoso.tollbooth.azure.usage;

import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.LedgerLine;
import com.contoso.tollbooth.usage.LineId;
import com.contoso.tollbooth.usage.SubscriptionId;
import com.contoso.tollbooth.usage.ledger.LineKey;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The last line of a page. */
record PageCursor(SheetName sheet, LineId line) {
  private static final int PARTS = 4;

  static PageCursor after(LedgerLine line) {
    return new PageCursor(
        new SheetName(line.line().date(), line.line().subscription(), line.enrollment()),
        line.id());
  }

  static @Nullable PageCursor parse(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("/", PARTS);
      return new PageCursor(
          new SheetName(
              LocalDate.parse(parts[0]),
              new SubscriptionId(parts[3]),
              new EnrollmentNumber(parts[1])),
          LineKey.of(new LineId(parts[2])).id());
    } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
      throw new IllegalArgumentException("'after' is the 'next' of the page before", e);
    }
  }

  /** The subscription, which may be any text, comes last. */
  @Override
  public String toString() {
    String text = sheet.day() + "/" + sheet.enrollment() + "/" + line + "/" + sheet.subscription();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
