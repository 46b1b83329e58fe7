package com.contoso.tollbooth.recognition;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which photos are read.
 *
 * @param maxBytes of a photo; 20,000,000 bytes, the limit of the cloud's OCR
 * @param minSide pixels of the shorter side; 50, less is read by no OCR
 * @param maxPixels of a photo; 100,000,000 pixels, more than any camera at a booth takes, and still
 *     decoded in seconds
 * @param maxProgressivePixels of a progressive JPEG, which a decoder must hold whole; 40,000,000
 *     pixels, some 120 MB
 */
@ConfigurationProperties("tollbooth.photo")
public record AdmissionSettings(
    @DefaultValue("20000000") long maxBytes,
    @DefaultValue("50") int minSide,
    @DefaultValue("100000000") long maxPixels,
    @DefaultValue("40000000") long maxProgressivePixels) {
  public static final AdmissionSettings DEFAULT =
      new AdmissionSettings(20_000_000, 50, 100_000_000, 40_000_000);

  public AdmissionSettings {
    if (maxBytes < 1 || minSide < 1 || maxPixels < 1 || maxProgressivePixels < 1) {
      throw new IllegalArgumentException("tollbooth.photo: every limit is 1 or more");
    }
  }
}
