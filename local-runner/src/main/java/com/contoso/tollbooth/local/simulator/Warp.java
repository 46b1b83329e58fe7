package com.contoso.tollbooth.local.simulator;

import java.awt.image.BufferedImage;

/** Draws a picture into a quadrangle, four samples a pixel. */
final class Warp {
  private static final double[] SUB = {0.25, 0.75};

  private Warp() {}

  /**
   * @param corners x and y of the quadrangle, clockwise from the top left
   */
  static void draw(BufferedImage source, BufferedImage target, double[] corners) {
    int left = (int) Math.floor(Math.min(corners[0], corners[6]));
    int right = (int) Math.ceil(Math.max(corners[2], corners[4]));
    int top = (int) Math.floor(Math.min(corners[1], corners[3]));
    int bottom = (int) Math.ceil(Math.max(corners[5], corners[7]));
    for (int y = Math.max(0, top); y < Math.min(bottom, target.getHeight()); y++) {
      for (int x = Math.max(0, left); x < Math.min(right, target.getWidth()); x++) {
        target.setRGB(x, y, pixel(source, target.getRGB(x, y), x, y, corners));
      }
    }
  }

  private static int pixel(BufferedImage source, int under, int x, int y, double[] corners) {
    double red = 0;
    double green = 0;
    double blue = 0;
    for (double subY : SUB) {
      for (double subX : SUB) {
        int argb = sample(source, x + subX, y + subY, corners);
        double alpha = (argb >>> 24) / 255.0;
        red += alpha * (argb >> 16 & 255) + (1 - alpha) * (under >> 16 & 255);
        green += alpha * (argb >> 8 & 255) + (1 - alpha) * (under >> 8 & 255);
        blue += alpha * (argb & 255) + (1 - alpha) * (under & 255);
      }
    }
    return (int) (red / 4) << 16 | (int) (green / 4) << 8 | (int) (blue / 4);
  }

  /** The sides stand upright, so the share across gives the column and its edges the share down. */
  private static int sample(BufferedImage source, double x, double y, double[] c) {
    double across = (x - c[0]) / (c[2] - c[0]);
    double upper = c[1] + across * (c[3] - c[1]);
    double lower = c[7] + across * (c[5] - c[7]);
    double down = (y - upper) / (lower - upper);
    if (across < 0 || across >= 1 || down < 0 || down >= 1) {
      return 0;
    }
    return source.getRGB((int) (across * source.getWidth()), (int) (down * source.getHeight()));
  }
}
