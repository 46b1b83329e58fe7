package com.contoso.tollbooth.azure.storage;

import com.azure.storage.blob.BlobClient;
import com.azure.storage.blob.BlobServiceClient;
import com.azure.storage.blob.models.BlobStorageException;
import com.azure.storage.blob.sas.BlobSasPermission;
import com.azure.storage.blob.sas.BlobServiceSasSignatureValues;
import java.net.URI;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Links by which a client fetches a file from the store that is too large for an answer. */
public final class BlobLinks {
  private static final int NOT_FOUND = 404;

  private final BlobServiceClient storage;
  private final Signature signature;
  private final BlobLinkSettings settings;
  private final InstantSource clock;

  public BlobLinks(
      BlobServiceClient storage,
      Signature signature,
      BlobLinkSettings settings,
      InstantSource clock) {
    this.storage = storage;
    this.signature = signature;
    this.settings = settings;
    this.clock = clock;
  }

  /** Signs what a link allows. */
  @FunctionalInterface
  public interface Signature {
    String of(BlobClient blob, BlobServiceSasSignatureValues allowed, OffsetDateTime until);

    /** By the key of an emulator. */
    static Signature byAccountKey() {
      return (blob, allowed, until) -> blob.generateSas(allowed);
    }

    /** By a key that the store gives to the managed identity, for as long as the link holds. */
    static Signature byIdentity(BlobServiceClient storage) {
      return (blob, allowed, until) ->
          blob.generateUserDelegationSas(allowed, storage.getUserDelegationKey(null, until));
    }
  }

  /**
   * A link to a blob, for whoever has been found to be allowed to read it; empty if it is small, or
   * not there.
   */
  public Optional<URI> link(String container, String name) {
    BlobClient blob = storage.getBlobContainerClient(container).getBlobClient(name);
    return size(blob) > settings.largest().toBytes()
        ? Optional.of(link(blob, name))
        : Optional.empty();
  }

  private static long size(BlobClient blob) {
    try {
      return blob.getProperties().getBlobSize();
    } catch (BlobStorageException e) {
      if (e.getStatusCode() == NOT_FOUND) {
        return 0;
      }
      throw e;
    }
  }

  private URI link(BlobClient blob, String name) {
    OffsetDateTime until = clock.instant().plus(settings.linkFor()).atOffset(ZoneOffset.UTC);
    var allowed =
        new BlobServiceSasSignatureValues(until, new BlobSasPermission().setReadPermission(true))
            .setContentDisposition("attachment; filename=\"" + name + "\"");
    return URI.create(blob.getBlobUrl() + "?" + signature.of(blob, allowed, until));
  }
}
