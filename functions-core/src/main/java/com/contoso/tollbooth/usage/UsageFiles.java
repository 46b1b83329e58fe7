package com.contoso.tollbooth.usage;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * The pipeline's files, streamed both ways. A file is there whole or not at all: what is written is
 * seen from its commit on, and a commit takes the place of an earlier file of the same name at
 * once. A file that a person puts there by his own tools is a file like any other, of no run.
 */
public interface UsageFiles {
  /** Begins a file that nobody sees yet. */
  NewFile create(UsageFolder folder, String name) throws IOException;

  /** The bytes of a file as they are now; the caller closes them. */
  Optional<InputStream> open(UsageFolder folder, String name) throws IOException;

  /** What is known of a committed file. */
  Optional<StoredFile> find(UsageFolder folder, String name) throws IOException;

  /** The committed files whose names begin so, by name; what is not named as one is passed over. */
  List<StoredFile> list(UsageFolder folder, String prefix) throws IOException;

  /**
   * Moves a file. Again, or cut off between the two, it ends the same: the file is in the second
   * folder and not in the first. No effect if it is in neither.
   */
  void move(String name, UsageFolder from, UsageFolder to) throws IOException;

  /** No effect if there is none. */
  void delete(UsageFolder folder, String name) throws IOException;

  /** A file being written; closed without a commit, it was never there. */
  interface NewFile extends Closeable {
    OutputStream out();

    /** Makes it seen, kept safely when the call returns. Nothing is written after it. */
    StoredFile commit() throws IOException;

    /**
     * The same, unless the file in its place is of a later run: then that one stays. Whichever of
     * two writers is the last, the later run's file is there in the end. A file from {@link
     * #commit}, or one that was moved, is of no run and gives way to each.
     *
     * @return empty if the later run's file stayed
     */
    Optional<StoredFile> commitUnlessOutdated(RunId run) throws IOException;
  }
}
