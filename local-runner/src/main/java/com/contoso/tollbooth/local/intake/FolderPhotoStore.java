package com.contoso.tollbooth.local.intake;

import com.contoso.tollbooth.plate.ContentTag;
import com.contoso.tollbooth.plate.PhotoPath;
import com.contoso.tollbooth.plate.PhotoRefused;
import com.contoso.tollbooth.plate.PhotoUploaded;
import com.contoso.tollbooth.recognition.PhotoContent;
import com.contoso.tollbooth.recognition.PhotoExists;
import com.contoso.tollbooth.recognition.PhotoStore;
import com.contoso.tollbooth.reconciliation.StoredPhotos;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The photo store as a folder: {@code {booth}/{folders…}/{name}}. Hidden files and links are passed
 * over. A file that lies in no booth's folder is a photo only if its name or its beginning says so,
 * so that a read-me beside the photos is none; in a booth's folder every file is an upload.
 */
public final class FolderPhotoStore implements PhotoStore, StoredPhotos {
  private static final Logger log = LoggerFactory.getLogger(FolderPhotoStore.class);
  private static final String INCOMING = ".incoming";
  private static final int COPY_BUFFER = 64 * 1024;

  private final Path root;
  private final PhotoNames names;
  private final FileTags tags = new FileTags();
  private final PhotoNotes notes;
  private final IntakeSettings settings;
  private final InstantSource clock;

  public FolderPhotoStore(Path root, IntakeSettings settings, InstantSource clock) {
    try {
      Files.createDirectories(root);
      this.root = root.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException("the photo folder " + root + " cannot be used", e);
    }
    this.names = new PhotoNames(this.root, settings.defaultBooth());
    this.notes = new PhotoNotes(this.root);
    this.settings = settings;
    this.clock = clock;
  }

  public Path root() {
    return root;
  }

  @Override
  public Optional<PhotoContent> find(PhotoPath path, ContentTag tag) {
    for (Path file : names.filesOf(path)) {
      try {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && tags.of(file).equals(tag)) {
          return Optional.of(new FileContent(file, Files.size(file)));
        }
      } catch (NoSuchFileException e) {
        log.debug("A photo went away while it was looked at: {}", path);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return Optional.empty();
  }

  @Override
  public PhotoUploaded put(
      PhotoPath path, InputStream bytes, long maxBytes, Map<String, String> metadata) {
    Path target = names.filesOf(path).getFirst();
    Path incoming = null;
    try {
      Files.createDirectories(root.resolve(INCOMING));
      incoming = Files.createTempFile(root.resolve(INCOMING), "photo", ".part");
      ContentTag tag = copy(bytes, incoming, maxBytes);
      var photo = new PhotoUploaded(path, tag, Files.size(incoming), clock.instant(), metadata);
      notes.write(photo);
      Files.createDirectories(folderOf(target));
      Files.setLastModifiedTime(incoming, FileTime.from(photo.uploadedAt()));
      return place(incoming, target, photo);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      discard(incoming);
    }
  }

  /** One at a time, so that of two uploads to one path the later one sees the earlier. */
  private synchronized PhotoUploaded place(Path incoming, Path target, PhotoUploaded photo)
      throws IOException {
    if (Files.exists(target)) {
      if (tags.of(target).equals(photo.tag())) {
        return describe(target).orElse(photo);
      }
      throw new PhotoExists(photo.path());
    }
    Files.move(incoming, target, StandardCopyOption.ATOMIC_MOVE);
    sync(folderOf(target));
    return photo;
  }

  @Override
  public Stream<PhotoUploaded> all() {
    try {
      return Files.walk(root)
          .filter(this::isUpload)
          .filter(this::isSettled)
          .flatMap(file -> describe(file).stream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a file is anything that a booth may have meant as a photo. */
  boolean isUpload(Path file) {
    try {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || insideHidden(file)) {
        return false;
      }
      boolean inBooth = root.relativize(file).getNameCount() > 1;
      return inBooth || PhotoFile.namedAsImage(file) || PhotoFile.startsAsImage(file);
    } catch (IOException e) {
      log.warn("A file in the photo folder cannot be looked at: {}", e.toString());
      return false;
    }
  }

  /** Whether nobody writes the file any more, as far as one can tell. */
  boolean isSettled(Path file) {
    try {
      var quiet = PhotoFile.looksWhole(file) ? settings.settle() : settings.brokenAfter();
      var quietSince = Files.getLastModifiedTime(file).toInstant();
      return quiet.isZero() || !quietSince.plus(quiet).isAfter(clock.instant());
    } catch (IOException e) {
      return false;
    }
  }

  /** The upload that a file is; empty when it went away. */
  Optional<PhotoUploaded> describe(Path file) {
    try {
      PhotoPath path = names.pathOf(file);
      ContentTag tag = tags.of(file);
      return Optional.of(
          notes
              .read(path, tag)
              .orElse(
                  new PhotoUploaded(
                      path,
                      tag,
                      Files.size(file),
                      Files.getLastModifiedTime(file).toInstant(),
                      Map.of())));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean insideHidden(Path file) {
    for (Path part : root.relativize(file)) {
      if (PhotoFile.hidden(part)) {
        return true;
      }
    }
    return false;
  }

  private static ContentTag copy(InputStream bytes, Path target, long maxBytes) throws IOException {
    var digest = FileTags.sha256();
    try (FileChannel channel = FileChannel.open(target, StandardOpenOption.WRITE);
        var out = java.nio.channels.Channels.newOutputStream(channel)) {
      byte[] buffer = new byte[COPY_BUFFER];
      long total = 0;
      for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
        total += n;
        if (total > maxBytes) {
          throw new PhotoRefused(
              PhotoRefused.Reason.TOO_MANY_BYTES, "more than " + maxBytes + " bytes");
        }
        digest.update(buffer, 0, n);
        out.write(buffer, 0, n);
      }
      channel.force(true);
    }
    return FileTags.tag(digest);
  }

  private Path folderOf(Path file) {
    Path folder = file.getParent();
    return folder == null ? root : folder;
  }

  private static void sync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder)) {
      channel.force(true);
    }
  }

  private static void discard(@org.jspecify.annotations.Nullable Path file) {
    if (file != null) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        log.warn("An unfinished upload could not be removed: {}", e.toString());
      }
    }
  }

  private record FileContent(Path file, long size) implements PhotoContent {
    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(file);
    }
  }
}
