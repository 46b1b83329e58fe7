package com.contoso.tollbooth.recognition;

import java.util.List;

/**
 * The text an OCR engine saw in a photo of {@code width} × {@code height} pixels (EXIF orientation
 * applied), in no particular order.
 */
public record TextReading(int width, int height, List<TextLine> lines) {
  public TextReading {
    lines = List.copyOf(lines);
  }
}
