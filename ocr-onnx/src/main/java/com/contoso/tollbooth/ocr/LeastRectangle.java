package com.contoso.tollbooth.ocr;

import java.util.Arrays;

/** Finds the rectangle of least area around points: one of its sides lies on their hull. */
final class LeastRectangle {
  private LeastRectangle() {}

  /**
   * @param points packed as {@code x << 32 | y}, not negative; the array is sorted in place
   */
  static Region around(long[] points) {
    long[] hull = hull(points);
    Region best = along(hull, 0);
    for (int i = 0; i < hull.length; i++) {
      long from = hull[i];
      long to = hull[(i + 1) % hull.length];
      Region region = along(hull, Math.atan2(y(to) - y(from), x(to) - x(from)));
      if (region.width() * region.height() < best.width() * best.height()) {
        best = region;
      }
    }
    return best;
  }

  private static Region along(long[] hull, double direction) {
    double quarter = Math.PI / 2;
    double angle = direction - quarter * Math.rint(direction / quarter);
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    double left = Double.MAX_VALUE;
    double right = -Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    double bottom = -Double.MAX_VALUE;
    for (long point : hull) {
      double u = x(point) * cos + y(point) * sin;
      double v = y(point) * cos - x(point) * sin;
      left = Math.min(left, u);
      right = Math.max(right, u);
      top = Math.min(top, v);
      bottom = Math.max(bottom, v);
    }
    double u = (left + right) / 2;
    double v = (top + bottom) / 2;
    return new Region(
        u * cos - v * sin, u * sin + v * cos, right - left + 1, bottom - top + 1, angle);
  }

  private static long[] hull(long[] points) {
    Arrays.sort(points);
    long[] hull = new long[points.length * 2 + 1];
    int size = 0;
    for (long point : points) {
      size = push(hull, size, 0, point);
    }
    int lower = Math.max(0, size - 1);
    for (int i = points.length - 2; i >= 0; i--) {
      size = push(hull, size, lower, points[i]);
    }
    return Arrays.copyOf(hull, Math.max(1, size - 1));
  }

  private static int push(long[] hull, int size, int floor, long point) {
    int top = size;
    while (top - floor >= 2 && cross(hull[top - 2], hull[top - 1], point) <= 0) {
      top--;
    }
    hull[top] = point;
    return top + 1;
  }

  private static long cross(long a, long b, long c) {
    return (x(b) - x(a)) * (y(c) - y(a)) - (y(b) - y(a)) * (x(c) - x(a));
  }

  private static long x(long point) {
    return point >> 32;
  }

  private static long y(long point) {
    return point & 0xffffffffL;
  }
}
