package com.contoso.tollbooth.plate;

/**
 * An upright rectangle in a photo, in pixels of the photo as it is seen (EXIF orientation applied).
 */
public record Box(double x, double y, double width, double height) {
  public Box {
    if (!(width >= 0 && height >= 0)) {
      throw new IllegalArgumentException("a box has no negative side");
    }
  }

  public double right() {
    return x + width;
  }

  public double bottom() {
    return y + height;
  }

  /** The least box around both. */
  public Box union(Box other) {
    double left = Math.min(x, other.x);
    double top = Math.min(y, other.y);
    return new Box(
        left,
        top,
        Math.max(right(), other.right()) - left,
        Math.max(bottom(), other.bottom()) - top);
  }
}
