package com.contoso.tollbooth.ocr;

/**
 * Decoded pixels, upright: {@code 0xRRGGBB}, row by row.
 *
 * @param scale full-size photo pixels per pixel of this picture
 */
@SuppressWarnings("ArrayRecordComponent") // pixels are never compared, and a copy would double them
record Picture(int[] pixels, int width, int height, double scale) {

  /** Adds to {@code into} blue, green and red at a point between pixels, weighed bilinearly. */
  void sample(double x, double y, float[] into) {
    double cx = Math.clamp(x, 0, width - 1);
    double cy = Math.clamp(y, 0, height - 1);
    int x0 = (int) cx;
    int y0 = (int) cy;
    int x1 = Math.min(x0 + 1, width - 1);
    int y1 = Math.min(y0 + 1, height - 1);
    float fx = (float) (cx - x0);
    float fy = (float) (cy - y0);
    add(pixels[y0 * width + x0], (1 - fx) * (1 - fy), into);
    add(pixels[y0 * width + x1], fx * (1 - fy), into);
    add(pixels[y1 * width + x0], (1 - fx) * fy, into);
    add(pixels[y1 * width + x1], fx * fy, into);
  }

  private static void add(int rgb, float weight, float[] into) {
    into[0] += weight * (rgb & 0xff);
    into[1] += weight * ((rgb >> 8) & 0xff);
    into[2] += weight * ((rgb >> 16) & 0xff);
  }
}
