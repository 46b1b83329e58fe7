package com.contoso.tollbooth.ocr;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the offline reader works.
 *
 * @param threads for one reading; 1, because the pipeline already reads as many photos at once as
 *     there are cores
 * @param longSide pixels of the longer side in which text is looked for; 1280, a multiple of 32:
 *     smaller loses small plates, larger costs time in proportion to its square
 * @param maxPixels decoded at most, a larger photo is sub-sampled; 6,000,000 pixels keep a reading
 *     below 60 MB of heap however large the photo
 * @param maxRegions read in one photo, the tallest writing first; 40, more is foliage or a poster
 * @param maxVoted characters of a line for which all voters are asked; 12, longer writing is told
 *     as the first voter reads it, because only short writing is billed
 */
@ConfigurationProperties("tollbooth.ocr")
public record OcrSettings(
    @DefaultValue("1") int threads,
    @DefaultValue("1280") int longSide,
    @DefaultValue("6000000") int maxPixels,
    @DefaultValue("40") int maxRegions,
    @DefaultValue("12") int maxVoted) {
  public static final OcrSettings DEFAULT = new OcrSettings(1, 1280, 6_000_000, 40, 12);

  public OcrSettings {
    if (threads < 1 || longSide < 32 || maxPixels < 10_000 || maxRegions < 1 || maxVoted < 1) {
      throw new IllegalArgumentException(
          "tollbooth.ocr: threads, max-regions and max-voted are 1 or more, long-side is 32 or more"
              + " and max-pixels 10000 or more");
    }
  }
}
