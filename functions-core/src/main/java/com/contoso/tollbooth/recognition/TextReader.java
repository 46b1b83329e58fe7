package com.contoso.tollbooth.recognition;

/** An OCR engine: says what text stands in a photo, and knows nothing of plates. */
public interface TextReader {
  /**
   * Reads all text in the photo; a photo without text gives a reading without lines. Safe to call
   * from many threads.
   *
   * @throws TextReaderUnavailable when the engine is throttled or down: the photo is not to blame
   * @throws com.contoso.tollbooth.plate.PhotoRefused when the photo can never be read
   */
  TextReading read(Photo photo);
}
