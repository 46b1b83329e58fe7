package com.contoso.tollbooth.azure.storage;

import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import com.azure.storage.blob.BlobClient;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.models.BlobErrorCode;
import com.azure.storage.blob.models.BlobRequestConditions;
import com.azure.storage.blob.models.BlobStorageException;
import com.azure.storage.blob.options.BlobParallelUploadOptions;
import com.contoso.tollbooth.usage.FinanceFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finance's files as blobs; a blob's ETag is its version. */
public final class BlobFinanceFiles implements FinanceFiles {
  /** It is no longer what was read, or there already. */
  private static final Set<BlobErrorCode> MOVED_ON =
      Set.of(
          BlobErrorCode.CONDITION_NOT_MET,
          BlobErrorCode.BLOB_ALREADY_EXISTS,
          BlobErrorCode.BLOB_NOT_FOUND);

  /** The metadata by which a writer knows what it wrote. */
  private static final String WRITER = "writer";

  private final BlobContainerClient container;

  public BlobFinanceFiles(BlobContainerClient container) {
    this.container = container;
  }

  @Override
  public Optional<FinanceFile> read(String name) {
    var blob = container.getBlobClient(FinanceFiles.checked(name));
    try {
      return BlobFaults.ifThere(
              () -> blob.downloadContentWithResponse(null, null, null, Context.NONE))
          .map(
              found ->
                  new FinanceFile(
                      found.getValue().toString(), found.getDeserializedHeaders().getETag()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean replace(String name, @Nullable FinanceFile was, String text) {
    var unchanged = new BlobRequestConditions();
    if (was == null) {
      unchanged.setIfNoneMatch("*");
    } else {
      unchanged.setIfMatch(was.version());
    }
    var blob = container.getBlobClient(FinanceFiles.checked(name));
    var me = UUID.randomUUID().toString();
    var upload =
        new BlobParallelUploadOptions(BinaryData.fromString(text))
            .setRequestConditions(unchanged)
            .setMetadata(Map.of(WRITER, me));
    try {
      var unused = blob.uploadWithResponse(upload, null, Context.NONE);
      return true;
    } catch (BlobStorageException e) {
      if (MOVED_ON.contains(e.getErrorCode())) {
        return isOf(me, blob);
      }
      throw e;
    }
  }

  /** The client repeats an upload whose answer was lost, and is then refused for its own blob. */
  private static boolean isOf(String writer, BlobClient blob) {
    try {
      return BlobFaults.ifThere(blob::getProperties)
          .filter(found -> found.getMetadata().containsValue(writer))
          .isPresent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
