package com.contoso.tollbooth.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contoso.tollbooth.plate.ContentTag;
import com.contoso.tollbooth.plate.PhotoPath;
import com.contoso.tollbooth.plate.PhotoRefused;
import com.contoso.tollbooth.plate.PhotoUploaded;
import com.contoso.tollbooth.reconciliation.StoredPhotos;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every photo store promises, with the list of its photos that reconciliation reads. */
public abstract class PhotoStoreContract {
  private static final byte[] WHOLE = jpeg(200);
  private static final byte[] OTHER = jpeg(201);

  protected abstract PhotoStore store();

  protected abstract StoredPhotos stored();

  @Test
  void storesAnUploadWithWhatTheBoothSaysOfIt() throws IOException {
    PhotoUploaded photo = upload("booth-1/a.jpg", WHOLE, Map.of("truth", "ABC1234"));

    assertThat(bytes(photo)).isEqualTo(WHOLE);
    assertThat(photo.bytes()).isEqualTo(WHOLE.length);
    assertThat(all()).containsExactly(photo);
  }

  @Test
  void givesEveryPathItsPhoto() {
    List<String> paths =
        List.of("booth-1/2026/03/01/a.jpg", "booth 2/ein Foto ü.jpg", "b/車.png", "b/1+1=2&x#y.jpg");
    paths.forEach(path -> upload(path, WHOLE, Map.of()));

    assertThat(all())
        .allSatisfy(photo -> assertThat(store().find(photo.path(), photo.tag())).isPresent())
        .extracting(photo -> photo.path().value())
        .containsExactlyInAnyOrderElementsOf(paths);
  }

  @Test
  void keepsWhatTheBoothSaysWhateverItsLetters() {
    Map<String, String> said = Map.of("lane", "südliche Spur 3", "note-2", "100 %");

    upload("booth-1/a.jpg", WHOLE, said);

    assertThat(all().getFirst().metadata().values())
        .containsExactlyInAnyOrderElementsOf(said.values());
  }

  @Test
  void readsAPhotoAsOftenAsAsked() throws IOException {
    byte[] large = new byte[9_000_000];
    new Random(7).nextBytes(large);
    PhotoUploaded photo = upload("booth-1/large.jpg", large, Map.of(), large.length);

    assertThat(bytes(photo)).isEqualTo(large);
    assertThat(bytes(photo)).isEqualTo(large);
    assertThat(store().find(photo.path(), photo.tag()).orElseThrow().size())
        .isEqualTo(large.length);
  }

  @Test
  void keepsAnEmptyUploadToo() throws IOException {
    PhotoUploaded photo = upload("booth-1/empty.jpg", new byte[0], Map.of());

    assertThat(bytes(photo)).isEmpty();
  }

  @Test
  void takesTheSameUploadTwiceAsOne() {
    PhotoUploaded first = upload("booth-1/a.jpg", WHOLE, Map.of("truth", "ABC1234"));

    assertThat(upload("booth-1/a.jpg", WHOLE, Map.of()).passage()).isEqualTo(first.passage());
    assertThat(all()).hasSize(1);
  }

  @Test
  void neverReplacesAPhotoByAnother() throws IOException {
    PhotoUploaded first = upload("booth-1/a.jpg", WHOLE, Map.of());

    assertThatThrownBy(() -> upload("booth-1/a.jpg", OTHER, Map.of()))
        .isInstanceOf(PhotoExists.class);
    assertThat(bytes(first)).isEqualTo(WHOLE);
  }

  @Test
  void storesNothingOfAnUploadThatIsTooLarge() {
    assertThatThrownBy(() -> upload("booth-1/big.jpg", new byte[101], Map.of(), 100))
        .isInstanceOf(PhotoRefused.class)
        .hasMessageStartingWith("TOO_MANY_BYTES");

    assertThat(all()).isEmpty();
  }

  @Test
  void findsNoOtherContentUnderAPath() {
    PhotoUploaded photo = upload("booth-1/a.jpg", WHOLE, Map.of());

    assertThat(store().find(photo.path(), new ContentTag("another"))).isEmpty();
    assertThat(store().find(new PhotoPath("booth-1/gone.jpg"), photo.tag())).isEmpty();
  }

  private List<PhotoUploaded> all() {
    try (Stream<PhotoUploaded> all = stored().all()) {
      return all.toList();
    }
  }

  private PhotoUploaded upload(String path, byte[] bytes, Map<String, String> metadata) {
    return upload(path, bytes, metadata, 1_000_000);
  }

  private PhotoUploaded upload(
      String path, byte[] bytes, Map<String, String> metadata, long maxBytes) {
    return store().put(new PhotoPath(path), new ByteArrayInputStream(bytes), maxBytes, metadata);
  }

  private byte[] bytes(PhotoUploaded photo) throws IOException {
    try (InputStream in = store().find(photo.path(), photo.tag()).orElseThrow().open()) {
      return in.readAllBytes();
    }
  }

  /** Looks like a whole JPEG to whoever looks at its ends. */
  private static byte[] jpeg(int size) {
    byte[] bytes = new byte[size];
    bytes[0] = (byte) 0xFF;
    bytes[1] = (byte) 0xD8;
    bytes[size - 2] = (byte) 0xFF;
    bytes[size - 1] = (byte) 0xD9;
    return bytes;
  }
}
