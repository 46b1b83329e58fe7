package com.contoso.tollbooth.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.contoso.tollbooth.plate.Box;
import com.contoso.tollbooth.plate.CapturedAt;
import com.contoso.tollbooth.plate.Confidence;
import com.contoso.tollbooth.plate.ContentTag;
import com.contoso.tollbooth.plate.PhotoPath;
import com.contoso.tollbooth.plate.PhotoRefused;
import com.contoso.tollbooth.plate.PhotoUploaded;
import com.contoso.tollbooth.plate.PlateReading;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecognizePlateTests {
  private static final PhotoUploaded UPLOAD =
      new PhotoUploaded(
          new PhotoPath("booth-1/20261121T143005Z.jpg"),
          new ContentTag("tag"),
          1,
          Instant.parse("2026-11-21T15:00:00Z"),
          Map.of());

  private Optional<PhotoContent> stored = Optional.of(Bytes.image(640, 480, "jpg"));

  @Test
  void tellsPlateAndPassage() {
    var line = new TextLine("ABC 1234", new Confidence(0.9), List.of(), new Box(100, 100, 200, 40));

    PlateReading reading = recognize(photo -> new TextReading(640, 480, List.of(line)));

    assertThat(reading)
        .isInstanceOfSatisfying(
            PlateReading.Legible.class,
            legible -> assertThat(legible.best().plate().text()).isEqualTo("ABC1234"));
    assertThat(reading.passage().id()).isEqualTo(UPLOAD.passage());
    assertThat(reading.passage().capturedAt().source()).isEqualTo(CapturedAt.Source.NAME);
  }

  @Test
  void isIllegibleWithoutText() {
    assertThat(recognize(photo -> new TextReading(640, 480, List.of())))
        .isInstanceOf(PlateReading.Illegible.class);
  }

  @Test
  void refusesAPhotoThatIsGone() {
    stored = Optional.empty();

    assertThatExceptionOfType(PhotoRefused.class)
        .isThrownBy(() -> recognize(photo -> new TextReading(1, 1, List.of())))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(PhotoRefused.Reason.GONE));
  }

  @Test
  void doesNotTakeAnOutageForAnUnreadablePlate() {
    assertThatExceptionOfType(TextReaderUnavailable.class)
        .isThrownBy(
            () ->
                recognize(
                    photo -> {
                      throw new TextReaderUnavailable("throttled", Duration.ofSeconds(3));
                    }));
  }

  private PlateReading recognize(TextReader reader) {
    return new RecognizePlate(new OnePhoto(stored), reader, AdmissionSettings.DEFAULT)
        .apply(UPLOAD);
  }

  private record OnePhoto(Optional<PhotoContent> content) implements PhotoStore {
    @Override
    public Optional<PhotoContent> find(PhotoPath path, ContentTag tag) {
      return content;
    }

    @Override
    public PhotoUploaded put(
        PhotoPath path, InputStream bytes, long maxBytes, Map<String, String> metadata) {
      throw new UnsupportedOperationException("photos are only read here");
    }
  }
}
