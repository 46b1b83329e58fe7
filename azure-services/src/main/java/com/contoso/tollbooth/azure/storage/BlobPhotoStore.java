package com.contoso.tollbooth.azure.storage;

import com.azure.core.util.BinaryData;
import com.azure.storage.blob.BlobClient;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.models.BlobErrorCode;
import com.azure.storage.blob.models.BlobHttpHeaders;
import com.azure.storage.blob.models.BlobItem;
import com.azure.storage.blob.models.BlobListDetails;
import com.azure.storage.blob.models.BlobProperties;
import com.azure.storage.blob.models.BlobRequestConditions;
import com.azure.storage.blob.models.BlobStorageException;
import com.azure.storage.blob.models.ListBlobsOptions;
import com.azure.storage.blob.options.BlobInputStreamOptions;
import com.azure.storage.blob.options.BlockBlobCommitBlockListOptions;
import com.azure.storage.blob.specialized.BlockBlobClient;
import com.contoso.tollbooth.plate.ContentTag;
import com.contoso.tollbooth.plate.PhotoPath;
import com.contoso.tollbooth.plate.PhotoRefused;
import com.contoso.tollbooth.plate.PhotoUploaded;
import com.contoso.tollbooth.recognition.PhotoContent;
import com.contoso.tollbooth.recognition.PhotoExists;
import com.contoso.tollbooth.recognition.PhotoStore;
import com.contoso.tollbooth.reconciliation.StoredPhotos;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Photos as block blobs. Every read is conditional on the ETag that the event named; an upload is
 * conditional on absence and becomes visible with its last block.
 */
public final class BlobPhotoStore implements PhotoStore, StoredPhotos {
  private static final Logger log = LoggerFactory.getLogger(BlobPhotoStore.class);
  private static final int BLOCK_BYTES = 4 * 1024 * 1024;

  /** The largest photo that any OCR reads; a larger one is only passed on, as a stream. */
  private static final long KEPT_WHOLE = 20 * 1024 * 1024;

  /** Metadata name of the content's SHA-256, by which a repeated upload is known. */
  private static final String SHA256 = "contentsha256";

  private final BlobContainerClient container;

  public BlobPhotoStore(BlobContainerClient container) {
    this.container = container;
  }

  @Override
  public Optional<PhotoContent> find(PhotoPath path, ContentTag tag) {
    BlobClient blob = container.getBlobClient(path.value());
    try {
      BlobProperties found = blob.getProperties();
      return tag.equals(tagOf(found.getETag()))
          ? Optional.of(new BlobContent(blob, found.getETag(), found.getBlobSize()))
          : Optional.empty();
    } catch (BlobStorageException e) {
      if (e.getStatusCode() == 404) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public PhotoUploaded put(
      PhotoPath path, InputStream bytes, long maxBytes, Map<String, String> metadata) {
    BlockBlobClient blob = container.getBlobClient(path.value()).getBlockBlobClient();
    MessageDigest digest = Digests.sha256();
    List<String> blocks = new ArrayList<>();
    long size = stage(blob, new DigestInputStream(bytes, digest), maxBytes, blocks);
    String sha256 = HexFormat.of().formatHex(digest.digest());
    var notes = BlobMetadata.write(metadata);
    notes.put(SHA256, sha256);
    var options =
        new BlockBlobCommitBlockListOptions(blocks)
            .setMetadata(notes)
            .setHeaders(new BlobHttpHeaders().setContentType("application/octet-stream"))
            .setRequestConditions(new BlobRequestConditions().setIfNoneMatch("*"));
    try {
      var stored = blob.commitBlockListWithResponse(options, null, null).getValue();
      return new PhotoUploaded(
          path,
          tagOf(stored.getETag()),
          size,
          seconds(Objects.requireNonNull(stored.getLastModified())),
          metadata);
    } catch (BlobStorageException e) {
      if (e.getStatusCode() == 409 || e.getStatusCode() == 412) {
        return sameAsStored(path, sha256).orElseThrow(() -> new PhotoExists(path));
      }
      throw e;
    }
  }

  /**
   * Nothing of it is visible before its blocks are committed; what is not, the service discards.
   */
  private static long stage(
      BlockBlobClient blob, InputStream bytes, long maxBytes, List<String> blocks) {
    long size = 0;
    try {
      for (byte[] block = bytes.readNBytes(BLOCK_BYTES);
          block.length > 0;
          block = bytes.readNBytes(BLOCK_BYTES)) {
        size += block.length;
        if (size > maxBytes) {
          throw new PhotoRefused(
              PhotoRefused.Reason.TOO_MANY_BYTES, "more than " + maxBytes + " bytes");
        }
        blocks.add(blockId(blocks.size(), block));
        blob.stageBlock(blocks.getLast(), BinaryData.fromBytes(block));
      }
      return size;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Holds the content's hash, so that two uploads to one path at once never mix their blocks. */
  private static String blockId(int number, byte[] block) {
    byte[] hash = Digests.sha256().digest(block);
    return Base64.getEncoder()
        .encodeToString(ByteBuffer.allocate(36).putInt(number).put(hash).array());
  }

  private Optional<PhotoUploaded> sameAsStored(PhotoPath path, String sha256) {
    BlobClient blob = container.getBlobClient(path.value());
    BlobProperties stored = blob.getProperties();
    String theirs = stored.getMetadata().get(SHA256);
    if (theirs == null) {
      theirs = hashOf(blob, stored.getETag());
    }
    return theirs.equals(sha256)
        ? Optional.of(
            describe(
                path,
                stored.getETag(),
                stored.getBlobSize(),
                stored.getLastModified(),
                stored.getMetadata()))
        : Optional.empty();
  }

  private static String hashOf(BlobClient blob, String etag) {
    MessageDigest digest = Digests.sha256();
    try (InputStream bytes = new DigestInputStream(open(blob, etag), digest)) {
      bytes.transferTo(java.io.OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The upload that lies under a path now; empty if there is none. */
  public Optional<PhotoUploaded> stored(PhotoPath path) {
    try {
      BlobProperties blob = container.getBlobClient(path.value()).getProperties();
      return Optional.of(
          describe(
              path,
              blob.getETag(),
              blob.getBlobSize(),
              blob.getLastModified(),
              blob.getMetadata()));
    } catch (BlobStorageException e) {
      if (e.getStatusCode() == 404) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public Stream<PhotoUploaded> all() {
    var details = new BlobListDetails().setRetrieveMetadata(true);
    return container.listBlobs(new ListBlobsOptions().setDetails(details), null).stream()
        .flatMap(blob -> photo(blob).stream());
  }

  private static Optional<PhotoUploaded> photo(BlobItem blob) {
    try {
      var found = blob.getProperties();
      return Optional.of(
          describe(
              new PhotoPath(blob.getName()),
              found.getETag(),
              found.getContentLength(),
              found.getLastModified(),
              blob.getMetadata()));
    } catch (IllegalArgumentException e) {
      log.warn("A blob in the photo container lies in no booth's folder: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private static PhotoUploaded describe(
      PhotoPath path,
      String etag,
      long size,
      OffsetDateTime modified,
      @Nullable Map<String, String> metadata) {
    return new PhotoUploaded(
        path, tagOf(etag), size, seconds(modified), BlobMetadata.read(metadata, SHA256));
  }

  /** The service tells modification times in whole seconds. */
  private static Instant seconds(OffsetDateTime time) {
    return time.toInstant().truncatedTo(ChronoUnit.SECONDS);
  }

  /** Headers quote an ETag, events and listings do not. */
  public static ContentTag tagOf(String etag) {
    return new ContentTag(etag.replace("\"", ""));
  }

  private static InputStream open(BlobClient blob, String etag) {
    return blob.openInputStream(
        new BlobInputStreamOptions()
            .setBlockSize(BLOCK_BYTES)
            .setRequestConditions(new BlobRequestConditions().setIfMatch(etag)));
  }

  /**
   * Looked at several times on its way through recognition, but fetched once: what is small enough
   * to be read by OCR is kept in memory from the first look.
   */
  private static final class BlobContent implements PhotoContent {
    private final BlobClient blob;
    private final String etag;
    private final long size;
    private byte @Nullable [] whole;

    BlobContent(BlobClient blob, String etag, long size) {
      this.blob = blob;
      this.etag = etag;
      this.size = size;
    }

    @Override
    public long size() {
      return size;
    }

    @Override
    public synchronized InputStream open() throws IOException {
      try {
        if (size > KEPT_WHOLE) {
          return BlobPhotoStore.open(blob, etag);
        }
        if (whole == null) {
          whole = size == 0 ? new byte[0] : fetch();
        }
        return new ByteArrayInputStream(whole);
      } catch (BlobStorageException e) {
        if (BlobErrorCode.CONDITION_NOT_MET.equals(e.getErrorCode()) || e.getStatusCode() == 404) {
          throw new PhotoRefused(
              PhotoRefused.Reason.GONE, "it was deleted or replaced while it was read", e);
        }
        throw e;
      }
    }

    private byte[] fetch() {
      return blob.downloadContentWithResponse(
              null, new BlobRequestConditions().setIfMatch(etag), null, null)
          .getValue()
          .toBytes();
    }
  }
}
