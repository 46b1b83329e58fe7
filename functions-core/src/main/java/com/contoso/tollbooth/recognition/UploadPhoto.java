package com.contoso.tollbooth.recognition;

import com.contoso.tollbooth.plate.PhotoArrivals;
import com.contoso.tollbooth.plate.PhotoUploaded;
import java.util.function.Function;

/**
 * Stores an uploaded photo and reports it as arrived. A crash between the two is mended by the same
 * upload again, or by reconciliation.
 */
record UploadPhoto(PhotoStore store, PhotoArrivals arrivals, long maxBytes)
    implements Function<PhotoUpload, PhotoUploaded> {

  @Override
  public PhotoUploaded apply(PhotoUpload upload) {
    PhotoUploaded photo = store.put(upload.path(), upload.bytes(), maxBytes, upload.metadata());
    arrivals.arrived(photo);
    return photo;
  }
}
