package com.contoso.tollbooth.azure.storage;

import com.azure.core.util.BinaryData;
import com.azure.storage.blob.BlobClient;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.models.BlobHttpHeaders;
import com.azure.storage.blob.models.BlobListDetails;
import com.azure.storage.blob.models.BlobRequestConditions;
import com.azure.storage.blob.models.BlobStorageException;
import com.azure.storage.blob.models.Block;
import com.azure.storage.blob.models.BlockList;
import com.azure.storage.blob.models.BlockListType;
import com.azure.storage.blob.models.ListBlobsOptions;
import com.azure.storage.blob.options.BlobParallelUploadOptions;
import com.azure.storage.blob.options.BlockBlobCommitBlockListOptions;
import com.azure.storage.blob.specialized.BlockBlobClient;
import com.contoso.tollbooth.billing.BillingDrop;
import com.contoso.tollbooth.billing.ExportManifest;
import com.contoso.tollbooth.billing.ExportWindow;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Billing's files as block blobs. Blocks are staged under the file's final name, where nobody sees
 * them, and one commit, conditional on absence, makes them the file; the service forgets blocks
 * that were not committed within a week.
 *
 * <p>A block's id tells its number, when it was staged and the beginning of its SHA-256: the latest
 * of a number counts, and a file that is there already can be held against blocks that nobody can
 * read any more.
 */
public final class BlobBillingDrop implements BillingDrop {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final String MANIFEST = ".manifest.json";

  private final BlobContainerClient container;
  private final InstantSource clock;

  public BlobBillingDrop(BlobContainerClient container, InstantSource clock) {
    this.container = container;
    this.clock = clock;
  }

  @Override
  public void stage(String file, int block, byte[] bytes) {
    blocks(file)
        .stageBlock(
            BlockId.of(block, clock.instant(), bytes).base64(), BinaryData.fromBytes(bytes));
  }

  @Override
  public DroppedFile commit(String file, int blocks) {
    BlockBlobClient blob = blocks(file);
    BlockList known = known(blob);
    Map<Integer, BlockId> staged = latest(known.getUncommittedBlocks());
    List<BlockId> committed = known.getCommittedBlocks().stream().map(BlockId::of).toList();
    if (committed.isEmpty()) {
      commit(blob, file, blocks, staged);
    } else if (!staged.values().stream().allMatch(each -> each.isIn(committed))
        || committed.size() != blocks) {
      throw otherBytes(file);
    }
    return describe(file);
  }

  private void commit(BlockBlobClient blob, String file, int blocks, Map<Integer, BlockId> staged) {
    List<String> ids = staged.values().stream().map(BlockId::base64).toList();
    if (ids.size() != blocks) {
      throw new IllegalStateException(
          file + " has " + ids.size() + " blocks staged, " + blocks + " are to be committed");
    }
    var options =
        new BlockBlobCommitBlockListOptions(ids)
            .setHeaders(new BlobHttpHeaders().setContentType("text/csv;charset=UTF-8"))
            .setRequestConditions(new BlobRequestConditions().setIfNoneMatch("*"));
    try {
      blob.commitBlockListWithResponse(options, null, null);
    } catch (BlobStorageException e) {
      if (e.getStatusCode() != 409 && e.getStatusCode() != 412) {
        throw e;
      }
      List<BlockId> theirs = known(blob).getCommittedBlocks().stream().map(BlockId::of).toList();
      if (!staged.values().stream().allMatch(each -> each.isIn(theirs))) {
        throw otherBytes(file);
      }
    }
  }

  private static IllegalStateException otherBytes(String file) {
    return new IllegalStateException(file + " is with billing already and has other bytes");
  }

  private static BlockList known(BlockBlobClient blob) {
    try {
      return blob.listBlocks(BlockListType.ALL);
    } catch (BlobStorageException e) {
      if (e.getStatusCode() == 404) {
        return new BlockList().setCommittedBlocks(List.of()).setUncommittedBlocks(List.of());
      }
      throw e;
    }
  }

  private static Map<Integer, BlockId> latest(List<Block> blocks) {
    var latest = new TreeMap<Integer, BlockId>();
    blocks.stream()
        .map(BlockId::of)
        .forEach(
            id -> latest.merge(id.number(), id, (a, b) -> a.stagedAt() > b.stagedAt() ? a : b));
    return latest;
  }

  private DroppedFile describe(String file) {
    MessageDigest digest = Digests.sha256();
    BlobClient blob = blob(file);
    try (InputStream bytes = new DigestInputStream(blob.openInputStream(), digest)) {
      long size = bytes.transferTo(OutputStream.nullOutputStream());
      return new DroppedFile(HexFormat.of().formatHex(digest.digest()), size);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void describe(ExportManifest manifest) {
    var options =
        new BlobParallelUploadOptions(BinaryData.fromBytes(JSON.writeValueAsBytes(manifest)))
            .setHeaders(new BlobHttpHeaders().setContentType("application/json"))
            .setMetadata(
                Map.of(
                    "window", manifest.window().name(),
                    "rows", Long.toString(manifest.rows()),
                    "sha256", manifest.sha256(),
                    "bytes", Long.toString(manifest.bytes()),
                    "runid", manifest.runId(),
                    "publishedat", manifest.publishedAt().toString()));
    blob(manifest.name()).uploadWithResponse(options, null, null);
  }

  /** From the list alone: each manifest repeats itself in its blob's metadata. */
  @Override
  public List<ExportManifest> manifests() {
    var details = new BlobListDetails().setRetrieveMetadata(true);
    return container.listBlobs(new ListBlobsOptions().setDetails(details), null).stream()
        .filter(blob -> blob.getName().endsWith(MANIFEST))
        .map(blob -> manifest(blob.getName(), blob.getMetadata()))
        .sorted(Comparator.comparing(ExportManifest::window).reversed())
        .toList();
  }

  private static ExportManifest manifest(String name, Map<String, String> metadata) {
    return new ExportManifest(
        name.substring(0, name.length() - MANIFEST.length()) + ".csv",
        ExportWindow.named(said(metadata, "window")),
        Long.parseLong(said(metadata, "rows")),
        said(metadata, "sha256"),
        Long.parseLong(said(metadata, "bytes")),
        said(metadata, "runid"),
        Instant.parse(said(metadata, "publishedat")));
  }

  private static String said(Map<String, String> metadata, String name) {
    String value = metadata.get(name);
    if (value == null) {
      throw new IllegalStateException("a manifest blob has the metadata " + name);
    }
    return value;
  }

  @Override
  public Optional<InputStream> open(String name) {
    try {
      return Optional.of(blob(name).openInputStream());
    } catch (BlobStorageException e) {
      if (e.getStatusCode() == 404) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private BlockBlobClient blocks(String file) {
    return blob(file).getBlockBlobClient();
  }

  /** A name is one blob of this container and no folder. */
  private BlobClient blob(String name) {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw new IllegalArgumentException("an export file's name has letters, digits, dots, dashes");
    }
    return container.getBlobClient(name);
  }
}
