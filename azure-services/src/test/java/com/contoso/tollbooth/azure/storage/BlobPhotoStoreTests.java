package com.contoso.tollbooth.azure.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.util.BinaryData;
import com.azure.storage.blob.BlobContainerClient;
import com.contoso.tollbooth.azure.testkit.Azurite;
import com.contoso.tollbooth.plate.PhotoPath;
import com.contoso.tollbooth.plate.PhotoRefused;
import com.contoso.tollbooth.plate.PhotoUploaded;
import com.contoso.tollbooth.recognition.PhotoContent;
import com.contoso.tollbooth.recognition.PhotoStore;
import com.contoso.tollbooth.recognition.PhotoStoreContract;
import com.contoso.tollbooth.reconciliation.StoredPhotos;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BlobPhotoStoreTests extends PhotoStoreContract {
  private static final PhotoPath PATH = new PhotoPath("booth-1/a.jpg");
  private BlobContainerClient container;
  private BlobPhotoStore store;

  @BeforeEach
  void open() {
    container = Azurite.running().newContainer();
    store = new BlobPhotoStore(container);
  }

  @Override
  protected PhotoStore store() {
    return store;
  }

  @Override
  protected StoredPhotos stored() {
    return store;
  }

  @Test
  void knowsABoothsOwnUploadByItsBytes() {
    container.getBlobClient(PATH.value()).upload(BinaryData.fromString("a photo"));

    PhotoUploaded again = upload("a photo");

    assertThat(again.tag()).isEqualTo(store.stored(PATH).orElseThrow().tag());
  }

  @Test
  void readsNothingOfAPhotoThatIsReplacedMeanwhile() {
    PhotoUploaded photo = upload("a photo");
    PhotoContent content = store.find(PATH, photo.tag()).orElseThrow();
    container.getBlobClient(PATH.value()).upload(BinaryData.fromString("another"), true);

    assertThatThrownBy(content::open)
        .isInstanceOf(PhotoRefused.class)
        .hasMessageStartingWith("GONE");
    assertThat(store.find(PATH, photo.tag())).isEmpty();
  }

  @Test
  void fetchesAPhotoOnceHoweverOftenItIsLookedAt() throws IOException {
    PhotoUploaded photo = upload("a photo");
    PhotoContent content = store.find(PATH, photo.tag()).orElseThrow();
    try (InputStream first = content.open()) {
      assertThat(first.readAllBytes()).hasSize(7);
    }
    container.getBlobClient(PATH.value()).delete();

    try (InputStream second = content.open()) {
      assertThat(new String(second.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("a photo");
    }
  }

  @Test
  void passesOverABlobOutsideABooth() {
    container.getBlobClient("loose.jpg").upload(BinaryData.fromString("a photo"));

    assertThat(store.all()).isEmpty();
  }

  private PhotoUploaded upload(String content) {
    return store.put(
        PATH, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), 1000, Map.of());
  }
}
