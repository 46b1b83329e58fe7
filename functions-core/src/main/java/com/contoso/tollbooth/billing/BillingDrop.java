package com.contoso.tollbooth.billing;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * Where billing collects its files. A file is staged block by block, unseen, and appears under its
 * final name whole or not at all.
 */
public interface BillingDrop {
  /**
   * Keeps one block of a file to come, in place of an earlier block of that number.
   *
   * @param block 0 for the first
   */
  void stage(String file, int block, byte[] bytes);

  /**
   * Makes blocks 0 to {@code blocks - 1} appear as one file. If the file is there already with the
   * same bytes nothing changes; a file of the same name with other bytes is never replaced: it
   * throws {@link IllegalStateException}.
   */
  DroppedFile commit(String file, int blocks);

  /** Puts the manifest beside its file, replacing an earlier one. */
  void describe(ExportManifest manifest);

  /** All described files, newest window first. */
  List<ExportManifest> manifests();

  /** Opens a committed file or its manifest by name. */
  Optional<InputStream> open(String name);

  /** A file that billing can see. */
  record DroppedFile(String sha256, long bytes) {}
}
