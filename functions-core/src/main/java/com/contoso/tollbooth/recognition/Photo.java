package com.contoso.tollbooth.recognition;

/** A photo that passed admission: its format, its size in pixels as stored, and its bytes. */
public record Photo(
    PhotoFormat format, int width, int height, Orientation orientation, PhotoContent content) {

  /** A photo that is stored upright. */
  public Photo(PhotoFormat format, int width, int height, PhotoContent content) {
    this(format, width, height, Orientation.UPRIGHT, content);
  }

  /** The same photo, known to be stored in that orientation. */
  public Photo oriented(Orientation stored) {
    return new Photo(format, width, height, stored, content);
  }

  public int uprightWidth() {
    return orientation.swapsSides() ? height : width;
  }

  public int uprightHeight() {
    return orientation.swapsSides() ? width : height;
  }
}
