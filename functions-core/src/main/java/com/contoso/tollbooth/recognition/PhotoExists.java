package com.contoso.tollbooth.recognition;

import com.contoso.tollbooth.plate.PhotoPath;

/** Another photo lies under that path already; to replace it would lose a passage. */
public final class PhotoExists extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public PhotoExists(PhotoPath path) {
    super("another photo was uploaded as " + path + "; upload this one under another name");
  }
}
