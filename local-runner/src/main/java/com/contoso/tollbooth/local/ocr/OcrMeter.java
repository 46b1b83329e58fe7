package com.contoso.tollbooth.local.ocr;

import com.contoso.tollbooth.recognition.Photo;
import com.contoso.tollbooth.recognition.TextReader;
import com.contoso.tollbooth.recognition.TextReading;
import java.time.Duration;

/** Reads by another reader and measures how long anything was being read. */
public final class OcrMeter implements TextReader {
  private final TextReader reader;
  private int reading;
  private long busySince;
  private long busyNanos;

  public OcrMeter(TextReader reader) {
    this.reader = reader;
  }

  @Override
  public TextReading read(Photo photo) {
    begin();
    try {
      return reader.read(photo);
    } finally {
      end();
    }
  }

  /** How many photos are in OCR now. */
  public synchronized int reading() {
    return reading;
  }

  /** How long at least one photo was in OCR since the start. */
  public synchronized Duration busy() {
    return Duration.ofNanos(busyNanos + (reading > 0 ? System.nanoTime() - busySince : 0));
  }

  private synchronized void begin() {
    if (reading++ == 0) {
      busySince = System.nanoTime();
    }
  }

  private synchronized void end() {
    if (--reading == 0) {
      busyNanos += System.nanoTime() - busySince;
    }
  }
}
