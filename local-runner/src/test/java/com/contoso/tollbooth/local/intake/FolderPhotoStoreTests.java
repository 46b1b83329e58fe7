package com.contoso.tollbooth.local.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.plate.PhotoPath;
import com.contoso.tollbooth.plate.PhotoUploaded;
import com.contoso.tollbooth.recognition.PhotoStore;
import com.contoso.tollbooth.recognition.PhotoStoreContract;
import com.contoso.tollbooth.reconciliation.StoredPhotos;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderPhotoStoreTests extends PhotoStoreContract {
  private static final byte[] WHOLE = jpeg(true);
  private static final byte[] HALF = jpeg(false);

  @TempDir Path home;
  private Instant now = Instant.now();
  private Path photos;
  private FolderPhotoStore store;

  @BeforeEach
  void open() {
    photos = home.resolve("photos");
    var settings =
        new IntakeSettings(
            null,
            "unassigned",
            Duration.ofSeconds(1),
            Duration.ofSeconds(30),
            Duration.ofMillis(20));
    store = new FolderPhotoStore(photos, settings, () -> now);
  }

  @Override
  protected PhotoStore store() {
    return store;
  }

  /** Uploads are listed once they are quiet. */
  @Override
  protected StoredPhotos stored() {
    now = now.plusSeconds(60);
    return store;
  }

  private void put(String path, byte[] bytes) throws IOException {
    Path file = photos.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
    Files.setLastModifiedTime(file, FileTime.from(now));
  }

  private List<String> all() {
    try (Stream<PhotoUploaded> all = store.all()) {
      return all.map(photo -> photo.path().value()).sorted().toList();
    }
  }

  @Test
  void takesAWholePhotoWhenItIsQuietAndABrokenOneMuchLater() throws IOException {
    put("booth-1/whole.jpg", WHOLE);
    put("booth-1/half.jpg", HALF);
    assertThat(all()).isEmpty();

    now = now.plusSeconds(2);
    assertThat(all()).containsExactly("booth-1/whole.jpg");

    now = now.plusSeconds(30);
    assertThat(all()).containsExactly("booth-1/half.jpg", "booth-1/whole.jpg");
  }

  @Test
  void givesEveryOddFileAPathThatLeadsBackToIt() throws IOException {
    List<String> odd =
        List.of(
            "booth-1/2026/03/01/a.jpg",
            "booth 2/ein Foto ü.jpg",
            "b/100%.jpg",
            "b/車.png",
            "b/back\\slash.jpg",
            "@odd folder/x.jpg",
            "b/" + "n".repeat(251) + ".jpg",
            "loose.jpg");
    for (String path : odd) {
      put(path, WHOLE);
    }
    now = now.plusSeconds(2);

    try (Stream<PhotoUploaded> found = store.all()) {
      List<PhotoUploaded> uploads = found.toList();
      assertThat(uploads).hasSize(odd.size());
      assertThat(uploads)
          .allSatisfy(photo -> assertThat(store.find(photo.path(), photo.tag())).isPresent());
    }
    assertThat(all())
        .contains("unassigned/loose.jpg", "unassigned/@odd folder/x.jpg", "b/100%25.jpg");
  }

  @Test
  void passesOverWhatIsNoUpload() throws IOException {
    put("README.md", "photos".getBytes(StandardCharsets.UTF_8));
    put(".hidden/a.jpg", WHOLE);
    put("booth-1/.copying.jpg", WHOLE);
    put("booth-1/notes.txt", "an upload".getBytes(StandardCharsets.UTF_8));
    Files.createSymbolicLink(photos.resolve("booth-1/link.jpg"), photos.resolve("README.md"));
    now = now.plusSeconds(60);

    assertThat(all()).containsExactly("booth-1/notes.txt");
  }

  @Test
  void findsNoPhotoThatWasOverwritten() throws IOException {
    PhotoUploaded photo = upload("booth-1/a.jpg", WHOLE, Map.of());
    now = now.plusSeconds(9);
    put("booth-1/a.jpg", HALF);

    assertThat(store.find(photo.path(), photo.tag())).isEmpty();
  }

  private PhotoUploaded upload(String path, byte[] bytes, Map<String, String> metadata) {
    return store.put(new PhotoPath(path), new ByteArrayInputStream(bytes), 1_000_000, metadata);
  }

  private static byte[] jpeg(boolean whole) {
    byte[] bytes = new byte[200];
    bytes[0] = (byte) 0xFF;
    bytes[1] = (byte) 0xD8;
    if (whole) {
      bytes[198] = (byte) 0xFF;
      bytes[199] = (byte) 0xD9;
    }
    return bytes;
  }
}
