package com.contoso.tollbooth.azure.usage;

import java.io.Serial;

/** A day that was applied again and again while it was read cannot be told any more as it was. */
final class ReadTooLong extends IllegalStateException {
  @Serial private static final long serialVersionUID = 1;

  ReadTooLong(SheetName sheet) {
    super(
        "%s of enrollment %s was applied again while it was read for longer than"
                .formatted(sheet.day(), sheet.enrollment())
            + " tollbooth.usage.longest-read; read it again");
  }
}
