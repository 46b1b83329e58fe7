package com.contoso.tollbooth.recognition;

/** How a stored photo must be turned or mirrored to stand upright: the eight cases of EXIF. */
public enum Orientation {
  UPRIGHT,
  MIRRORED,
  UPSIDE_DOWN,
  MIRRORED_UPSIDE_DOWN,
  TRANSPOSED,
  LYING_LEFT,
  TRANSVERSED,
  LYING_RIGHT;

  /** The orientation of an EXIF value 1 to 8; upright for any other. */
  public static Orientation ofExif(int value) {
    return value >= 1 && value <= 8 ? values()[value - 1] : UPRIGHT;
  }

  /** Whether the stored width is the upright height. */
  public boolean swapsSides() {
    return switch (this) {
      case UPRIGHT, MIRRORED, UPSIDE_DOWN, MIRRORED_UPSIDE_DOWN -> false;
      case TRANSPOSED, LYING_LEFT, TRANSVERSED, LYING_RIGHT -> true;
    };
  }

  /** The upright column of a pixel that is stored at {@code x, y} of {@code width × height}. */
  public int uprightX(int x, int y, int width, int height) {
    return switch (this) {
      case UPRIGHT, MIRRORED_UPSIDE_DOWN -> x;
      case MIRRORED, UPSIDE_DOWN -> width - 1 - x;
      case TRANSPOSED, LYING_RIGHT -> y;
      case TRANSVERSED, LYING_LEFT -> height - 1 - y;
    };
  }

  /** The upright row of a pixel that is stored at {@code x, y} of {@code width × height}. */
  public int uprightY(int x, int y, int width, int height) {
    return switch (this) {
      case UPRIGHT, MIRRORED -> y;
      case UPSIDE_DOWN, MIRRORED_UPSIDE_DOWN -> height - 1 - y;
      case TRANSPOSED, LYING_LEFT -> x;
      case TRANSVERSED, LYING_RIGHT -> width - 1 - x;
    };
  }
}
