package com.contoso.tollbooth.ocr;

import com.contoso.tollbooth.plate.Box;

/**
 * A turned rectangle in a picture that holds text: its centre, its sides along and across the
 * writing, and the angle of the writing to the horizontal in radians, within ±45°.
 */
record Region(double x, double y, double width, double height, double angle) {

  /** Grown by shares of the distance at which a text's shrunken core lies from its edge. */
  Region grown(double alongShare, double acrossShare) {
    double distance = width * height / (2 * (width + height));
    return new Region(
        x, y, width + 2 * distance * alongShare, height + 2 * distance * acrossShare, angle);
  }

  Region scaled(double factorX, double factorY) {
    return new Region(x * factorX, y * factorY, width * factorX, height * factorY, angle);
  }

  /** Whether the other is written on the same line, next to this one. */
  boolean continuedBy(Region other, double maxGap) {
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    double along = (other.x - x) * cos + (other.y - y) * sin;
    double across = (other.y - y) * cos - (other.x - x) * sin;
    double mean = (height + other.height) / 2;
    double gap = along - (width + other.width) / 2;
    return along > 0
        && gap < maxGap * mean
        && gap > -0.5 * mean
        && Math.abs(across) < 0.35 * mean
        && Math.min(height, other.height) > 0.62 * Math.max(height, other.height)
        && Math.abs(angle - other.angle) < Math.toRadians(12);
  }

  /** The rectangle around both, at the angle of the line from one to the other. */
  Region joined(Region right) {
    double wide = width >= right.width ? angle : right.angle;
    double cos = Math.cos(wide);
    double sin = Math.sin(wide);
    double along = (right.x - x) * cos + (right.y - y) * sin;
    double across = (right.y - y) * cos - (right.x - x) * sin;
    double left = Math.min(-width / 2, along - right.width / 2);
    double end = Math.max(width / 2, along + right.width / 2);
    double top = Math.min(-height / 2, across - right.height / 2);
    double bottom = Math.max(height / 2, across + right.height / 2);
    double midAlong = (left + end) / 2;
    double midAcross = (top + bottom) / 2;
    return new Region(
        x + midAlong * cos - midAcross * sin,
        y + midAlong * sin + midAcross * cos,
        end - left,
        bottom - top,
        wide);
  }

  /** The upright box around it, in pixels of the full-size photo. */
  Box box(double scale) {
    double halfX = (Math.abs(width * Math.cos(angle)) + Math.abs(height * Math.sin(angle))) / 2;
    double halfY = (Math.abs(width * Math.sin(angle)) + Math.abs(height * Math.cos(angle))) / 2;
    return new Box((x - halfX) * scale, (y - halfY) * scale, 2 * halfX * scale, 2 * halfY * scale);
  }
}
