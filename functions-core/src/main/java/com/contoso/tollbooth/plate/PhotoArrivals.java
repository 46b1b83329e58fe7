package com.contoso.tollbooth.plate;

/** The door of the pipeline: photos that lie in the photo store and are to be read. */
public interface PhotoArrivals {
  /**
   * Returns once the passage counts as received and its photo is sure to be processed; throws if
   * neither is. An upload that has arrived before changes nothing, unless its passage is still
   * received and no message for it is on its way: then it is sent again.
   *
   * @return whether the upload is new
   */
  boolean arrived(PhotoUploaded photo);
}
