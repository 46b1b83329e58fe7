package com.contoso.tollbooth.local.simulator;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Random;

/** Makes a clean picture look as a booth's camera took it. */
final class Darkroom {
  private Darkroom() {}

  static void develop(BufferedImage image, Weather weather, Random random) {
    if (weather.rain()) {
      rain(image, random);
    }
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    if (weather.blur() > 0.3) {
      smear(pixels, image.getWidth(), image.getHeight(), (int) Math.round(weather.blur()));
    }
    expose(pixels, weather.night() ? 0.62 : 1, weather.noise(), random);
  }

  private static void rain(BufferedImage image, Random random) {
    Graphics2D g = image.createGraphics();
    g.setStroke(new BasicStroke(1));
    for (int drop = 0; drop < 420; drop++) {
      double x = random.nextInt(image.getWidth());
      double y = random.nextInt(image.getHeight());
      g.setColor(new Color(220, 228, 236, 40 + random.nextInt(60)));
      g.draw(new Line2D.Double(x, y, x - 4, y + 18 + random.nextInt(14)));
    }
    g.dispose();
  }

  /** Motion along the road: each pixel is the mean of itself and its neighbours to the left. */
  private static void smear(int[] pixels, int width, int height, int reach) {
    if (reach < 1) {
      return;
    }
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      System.arraycopy(pixels, y * width, row, 0, width);
      for (int x = reach; x < width; x++) {
        int red = 0;
        int green = 0;
        int blue = 0;
        for (int back = 0; back <= reach; back++) {
          int rgb = row[x - back];
          red += rgb >> 16 & 255;
          green += rgb >> 8 & 255;
          blue += rgb & 255;
        }
        int parts = reach + 1;
        pixels[y * width + x] = red / parts << 16 | green / parts << 8 | blue / parts;
      }
    }
  }

  private static void expose(int[] pixels, double light, double noise, Random random) {
    long state = random.nextLong() | 1;
    for (int i = 0; i < pixels.length; i++) {
      state ^= state << 13;
      state ^= state >>> 7;
      state ^= state << 17;
      int grain = (int) (((state & 0xFFFF) / 65535.0 - 0.5) * 2 * noise);
      int rgb = pixels[i];
      pixels[i] =
          clamp((int) ((rgb >> 16 & 255) * light) + grain) << 16
              | clamp((int) ((rgb >> 8 & 255) * light) + grain) << 8
              | clamp((int) ((rgb & 255) * light) + grain);
    }
  }

  private static int clamp(int value) {
    return Math.min(255, Math.max(0, value));
  }
}
