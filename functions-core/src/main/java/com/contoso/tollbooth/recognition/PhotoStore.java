package com.contoso.tollbooth.recognition;

import com.contoso.tollbooth.plate.ContentTag;
import com.contoso.tollbooth.plate.PhotoPath;
import com.contoso.tollbooth.plate.PhotoUploaded;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/** Where the booths' photos lie. A photo is visible whole or not at all. */
public interface PhotoStore {
  /**
   * The content of that upload; empty when the path is gone or holds other bytes by now. An early
   * event may see it empty for a moment.
   */
  Optional<PhotoContent> find(PhotoPath path, ContentTag tag);

  /**
   * Stores a photo under its path and returns once it is kept safely. The same bytes to the same
   * path give the same tag and change nothing.
   *
   * @param maxBytes where more arrive, nothing is stored and {@link
   *     com.contoso.tollbooth.plate.PhotoRefused} is thrown
   * @throws PhotoExists when other bytes lie under that path: a photo is never replaced
   */
  PhotoUploaded put(PhotoPath path, InputStream bytes, long maxBytes, Map<String, String> metadata);
}
