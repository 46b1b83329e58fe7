package com.contoso.tollbooth.usage.split;

import com.contoso.tollbooth.usage.DayFile;

/** A newer report has replaced a day file: what was asked for is out of date. */
public final class DayFileReplaced extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DayFileReplaced(DayFile file) {
    super(file.file().name() + " is no longer the file of run " + file.fetch().run());
  }
}
