package com.contoso.tollbooth.ocr;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** A region of a picture laid straight, 48 points high, as a recogniser wants it. */
record Crop(FloatBuffer planes, int width) {
  static final int HEIGHT = 48;
  private static final int LEAST_WIDTH = 24;
  private static final int GREATEST_WIDTH = 48 * 24;
  private static final int LEAST_SAMPLES = 2;
  private static final int MOST_SAMPLES = 6;

  /** In pixels of the picture, between two samples. */
  private static final double SOFTENING = 0.7;

  /**
   * @param stretch of the writing along its line; plates' narrow letters are read better wider
   */
  static Crop of(Picture picture, Region region, double stretch) {
    int width =
        Math.clamp(
            Math.round(stretch * HEIGHT * region.width() / region.height()),
            LEAST_WIDTH,
            GREATEST_WIDTH);
    int plane = width * HEIGHT;
    FloatBuffer planes =
        ByteBuffer.allocateDirect(3 * plane * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    double cos = Math.cos(region.angle());
    double sin = Math.sin(region.angle());
    double stepU = region.width() / width;
    double stepV = region.height() / HEIGHT;
    // Enlarged writing is softened a little: blocks of the JPEG would be read as strokes.
    int samples = Math.clamp(Math.round(stepV), LEAST_SAMPLES, MOST_SAMPLES);
    double spreadU = Math.max(stepU, samples * SOFTENING);
    double spreadV = Math.max(stepV, samples * SOFTENING);
    float[] bgr = new float[3];
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < width; x++) {
        bgr[0] = bgr[1] = bgr[2] = 0;
        for (int s = 0; s < samples * samples; s++) {
          double u =
              (x + 0.5) * stepU + offset(s % samples, samples) * spreadU - region.width() / 2;
          double v =
              (y + 0.5) * stepV + offset(s / samples, samples) * spreadV - region.height() / 2;
          picture.sample(region.x() + u * cos - v * sin, region.y() + u * sin + v * cos, bgr);
        }
        for (int c = 0; c < 3; c++) {
          planes.put(c * plane + y * width + x, bgr[c] / (127.5f * samples * samples) - 1);
        }
      }
    }
    return new Crop(planes, width);
  }

  private static double offset(int sample, int samples) {
    return (sample + 0.5) / samples - 0.5;
  }
}
