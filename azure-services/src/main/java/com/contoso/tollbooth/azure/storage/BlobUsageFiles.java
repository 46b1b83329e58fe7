package com.contoso.tollbooth.azure.storage;

import com.azure.core.util.Context;
import com.azure.storage.blob.BlobClient;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.BlobServiceClient;
import com.azure.storage.blob.models.BlobItem;
import com.azure.storage.blob.models.BlobListDetails;
import com.azure.storage.blob.models.BlobProperties;
import com.azure.storage.blob.models.BlobRequestConditions;
import com.azure.storage.blob.models.BlobStorageException;
import com.azure.storage.blob.models.ListBlobsOptions;
import com.azure.storage.blob.specialized.BlobInputStream;
import com.contoso.tollbooth.usage.Checksum;
import com.contoso.tollbooth.usage.StoredFile;
import com.contoso.tollbooth.usage.UsageFiles;
import com.contoso.tollbooth.usage.UsageFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pipeline's files as block blobs in containers of the folders' names. Blocks are staged under
 * the file's own name, where nobody sees them, and one commit makes them the file; the service
 * forgets blocks that were not committed within a week. A file's SHA-256 stands in its metadata, so
 * that a list need not read it.
 */
public final class BlobUsageFiles implements UsageFiles {
  private static final Logger log = LoggerFactory.getLogger(BlobUsageFiles.class);

  static final String SHA256 = "sha256";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,199}");

  private final BlobServiceClient storage;
  private final UsageFileSettings settings;

  public BlobUsageFiles(BlobServiceClient storage, UsageFileSettings settings) {
    this.storage = storage;
    this.settings = settings;
  }

  @Override
  public NewFile create(UsageFolder folder, String name) {
    return new NewBlob(blob(folder, name).getBlockBlobClient(), name, settings.blockBytes());
  }

  /** What was opened is read on to its end, or breaks: it is never part one file, part another. */
  @Override
  public Optional<InputStream> open(UsageFolder folder, String name) throws IOException {
    return BlobFaults.ifThere(() -> blob(folder, name).openInputStream());
  }

  @Override
  public Optional<StoredFile> find(UsageFolder folder, String name) throws IOException {
    Optional<BlobProperties> found = BlobFaults.ifThere(blob(folder, name)::getProperties);
    return found.isEmpty()
        ? Optional.empty()
        : stored(folder, name, found.get().getBlobSize(), found.get().getMetadata());
  }

  @Override
  public List<StoredFile> list(UsageFolder folder, String prefix) throws IOException {
    var options =
        new ListBlobsOptions()
            .setPrefix(prefix)
            .setDetails(new BlobListDetails().setRetrieveMetadata(true));
    List<BlobItem> blobs =
        BlobFaults.of(
            () ->
                container(folder).listBlobs(options, null).stream()
                    .filter(blob -> NAME.matcher(blob.getName()).matches())
                    .toList());
    List<StoredFile> files = new ArrayList<>();
    for (BlobItem blob : blobs) {
      stored(folder, blob.getName(), blob.getProperties().getContentLength(), blob.getMetadata())
          .ifPresent(files::add);
    }
    return files;
  }

  /** Each step does nothing if it was done before: the copy is whole when the first file goes. */
  @Override
  public void move(String name, UsageFolder from, UsageFolder to) throws IOException {
    BlobClient target = blob(to, name);
    Optional<InputStream> source = open(from, name);
    if (source.isEmpty()) {
      return;
    }
    try (InputStream in = source.get();
        NewFile copy = new NewBlob(target.getBlockBlobClient(), name, settings.blockBytes())) {
      in.transferTo(copy.out());
      copy.commit();
    }
    delete(from, name);
  }

  @Override
  public void delete(UsageFolder folder, String name) throws IOException {
    BlobClient blob = blob(folder, name);
    BlobFaults.of(blob::deleteIfExists);
  }

  /** A blob that a person put there tells no checksum, so it is read once; empty if it went. */
  private Optional<StoredFile> stored(
      UsageFolder folder, String name, long bytes, @Nullable Map<String, String> metadata)
      throws IOException {
    Optional<String> told =
        metadata == null
            ? Optional.empty()
            : metadata.entrySet().stream()
                .filter(each -> each.getKey().toLowerCase(Locale.ROOT).equals(SHA256))
                .map(Map.Entry::getValue)
                .findFirst();
    return told.isPresent()
        ? Optional.of(new StoredFile(name, bytes, told.get()))
        : read(folder, name);
  }

  private Optional<StoredFile> read(UsageFolder folder, String name) throws IOException {
    BlobClient blob = blob(folder, name);
    Optional<BlobInputStream> found = BlobFaults.ifThere(blob::openInputStream);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    MessageDigest digest = Checksum.begin();
    try (BlobInputStream in = found.get();
        OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      long bytes = in.transferTo(out);
      String sha256 = Checksum.end(digest);
      note(blob, in.getProperties(), sha256);
      return Optional.of(new StoredFile(name, bytes, sha256));
    }
  }

  /** For who looks next; it is read again if that does not succeed. */
  private static void note(BlobClient blob, BlobProperties read, String sha256) {
    var metadata = new HashMap<>(read.getMetadata());
    metadata.put(SHA256, sha256);
    var unchanged = new BlobRequestConditions().setIfMatch(read.getETag());
    try {
      blob.setMetadataWithResponse(metadata, unchanged, null, Context.NONE);
    } catch (BlobStorageException e) {
      log.debug("The checksum of {} is not noted", blob.getBlobName(), e);
    }
  }

  /** A name is one blob of this container and no folder. */
  private BlobClient blob(UsageFolder folder, String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a usage file's name is 1 to 200 letters, digits, dots and dashes");
    }
    return container(folder).getBlobClient(name);
  }

  private BlobContainerClient container(UsageFolder folder) {
    return storage.getBlobContainerClient(folder.folder());
  }
}
