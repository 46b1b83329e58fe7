package com.contoso.tollbooth.azure.storage;

import com.azure.storage.blob.models.BlobStorageException;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

/** Tells what the service refuses as what a file system would. */
final class BlobFaults {
  private static final int NOT_FOUND = 404;

  private BlobFaults() {}

  static <T> T of(Supplier<T> call) throws IOException {
    try {
      return call.get();
    } catch (BlobStorageException e) {
      throw new IOException("the blob store answered " + e.getStatusCode(), e);
    }
  }

  /** Empty if the blob is not there. */
  static <T> Optional<T> ifThere(Supplier<T> call) throws IOException {
    try {
      return Optional.of(call.get());
    } catch (BlobStorageException e) {
      if (e.getStatusCode() == NOT_FOUND) {
        return Optional.empty();
      }
      throw new IOException("the blob store answered " + e.getStatusCode(), e);
    }
  }
}
