package com.contoso.tollbooth.ocr;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** A region of a picture laid straight, 48 points high, as a recogniser wants it. */
record Crop(FloatBuffer planes, int width) {
  static final int HEIGHT = 48;
  private static final int LEAST_WIDTH = 24;
  private static final int GREATEST_WIDTH = 48 * 24;
  private static final int MOST_SAMPLES = 6;

  static Crop of(Picture picture, Region region) {
    int width =
        Math.clamp(
            Math.round(HEIGHT * region.width() / region.height()), LEAST_WIDTH, GREATEST_WIDTH);
    int plane = width * HEIGHT;
    FloatBuffer planes =
        ByteBuffer.allocateDirect(3 * plane * Float.BYTES)
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    double cos = Math.cos(region.angle());
    double sin = Math.sin(region.angle());
    double stepU = region.width() / width;
    double stepV = region.height() / HEIGHT;
    int samples = Math.clamp(Math.round(stepV), 1, MOST_SAMPLES);
    float[] bgr = new float[3];
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < width; x++) {
        bgr[0] = bgr[1] = bgr[2] = 0;
        for (int s = 0; s < samples * samples; s++) {
          double u = (x + (s % samples + 0.5) / samples) * stepU - region.width() / 2;
          double v = (y + (s / samples + 0.5) / samples) * stepV - region.height() / 2;
          picture.sample(region.x() + u * cos - v * sin, region.y() + u * sin + v * cos, bgr);
        }
        for (int c = 0; c < 3; c++) {
          planes.put(c * plane + y * width + x, bgr[c] / (127.5f * samples * samples) - 1);
        }
      }
    }
    return new Crop(planes, width);
  }
}
