package com.contoso.tollbooth.usage.retrieve;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;

/** Keeps a small report. */
public final class SinkInMemory implements UsageReports.Sink {
  private ByteArrayOutputStream report = new ByteArrayOutputStream();
  private int starts;

  @Override
  public OutputStream restart() {
    report = new ByteArrayOutputStream();
    starts++;
    return report;
  }

  public byte[] bytes() {
    return report.toByteArray();
  }

  /** How often a report was begun. */
  public int starts() {
    return starts;
  }
}
