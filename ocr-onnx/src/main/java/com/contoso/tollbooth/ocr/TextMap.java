package com.contoso.tollbooth.ocr;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** For each point of a picture how probable text is there; tells the regions that hold some. */
final class TextMap {
  private static final float TEXT = 0.3f;
  private static final double REGION = 0.5;
  private static final int LEAST_SIDE = 3;

  private final int width;
  private final int height;
  private final float[] probability;

  TextMap(int width, int height, FloatBuffer values) {
    this.width = width;
    this.height = height;
    this.probability = new float[width * height];
    values.get(probability);
  }

  /** Regions of the shrunken cores of text, in points of this map. */
  List<Region> regions() {
    List<Region> regions = new ArrayList<>();
    boolean[] seen = new boolean[probability.length];
    int[] stack = new int[1024];
    for (int start = 0; start < probability.length; start++) {
      if (seen[start] || probability[start] <= TEXT) {
        continue;
      }
      int size = 0;
      seen[start] = true;
      stack[size++] = start;
      for (int next = 0; next < size; next++) {
        if (size + 8 > stack.length) {
          stack = Arrays.copyOf(stack, stack.length * 2);
        }
        size = visitNeighbours(stack[next], seen, stack, size);
      }
      Region region = around(stack, size);
      if (Math.min(region.width(), region.height()) >= LEAST_SIDE && mean(region) >= REGION) {
        regions.add(region);
      }
    }
    return regions;
  }

  private int visitNeighbours(int point, boolean[] seen, int[] stack, int size) {
    int px = point % width;
    int py = point / width;
    int count = size;
    for (int y = Math.max(0, py - 1); y <= Math.min(height - 1, py + 1); y++) {
      for (int x = Math.max(0, px - 1); x <= Math.min(width - 1, px + 1); x++) {
        int at = y * width + x;
        if (!seen[at] && probability[at] > TEXT) {
          seen[at] = true;
          stack[count++] = at;
        }
      }
    }
    return count;
  }

  private Region around(int[] component, int size) {
    long[] points = new long[size];
    for (int i = 0; i < size; i++) {
      points[i] = ((long) (component[i] % width) << 32) | (component[i] / width);
    }
    return LeastRectangle.around(points);
  }

  private double mean(Region region) {
    double cos = Math.cos(region.angle());
    double sin = Math.sin(region.angle());
    double sum = 0;
    int count = 0;
    for (double v = -region.height() / 2 + 0.5; v < region.height() / 2; v++) {
      for (double u = -region.width() / 2 + 0.5; u < region.width() / 2; u++) {
        int x = (int) Math.round(region.x() + u * cos - v * sin);
        int y = (int) Math.round(region.y() + u * sin + v * cos);
        if (x >= 0 && y >= 0 && x < width && y < height) {
          sum += probability[y * width + x];
          count++;
        }
      }
    }
    return count == 0 ? 0 : sum / count;
  }
}
