package com.contoso.tollbooth.recognition;

import com.contoso.tollbooth.plate.PhotoPath;
import java.io.InputStream;
import java.util.Map;

/** A booth's photo on its way into the photo store; its bytes are read once and not closed. */
public record PhotoUpload(PhotoPath path, InputStream bytes, Map<String, String> metadata) {
  public PhotoUpload {
    metadata = Map.copyOf(metadata);
  }
}
