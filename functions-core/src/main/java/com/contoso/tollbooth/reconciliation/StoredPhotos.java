package com.contoso.tollbooth.reconciliation;

import com.contoso.tollbooth.plate.PhotoUploaded;
import java.util.stream.Stream;

/** What lies in the photo store. */
public interface StoredPhotos {
  /** Every photo that is whole, in no particular order; the caller closes the stream. */
  Stream<PhotoUploaded> all();
}
