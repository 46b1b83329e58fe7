package com.contoso.tollbooth.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.plate.CapturedAt;
import com.contoso.tollbooth.plate.CapturedAt.Source;
import com.contoso.tollbooth.plate.ContentTag;
import com.contoso.tollbooth.plate.PhotoPath;
import com.contoso.tollbooth.plate.PhotoUploaded;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaptureTimeTests {
  private static final Instant UPLOADED = Instant.parse("2026-11-21T15:00:00Z");
  private static final Instant PASSED = Instant.parse("2026-11-21T14:30:05Z");

  @Test
  void takesWhatTheBoothSaidFirst() {
    var upload = upload("IMG_20261121_120000.jpg", "2026-11-21T08:30:05-06:00");

    assertThat(CaptureTime.of(upload, Optional.of(UPLOADED)))
        .isEqualTo(new CapturedAt(PASSED, Source.METADATA));
  }

  @Test
  void takesWhatTheCameraWroteNext() {
    var upload = upload("IMG_20261121_120000.jpg", "yesterday");

    assertThat(CaptureTime.of(upload, Optional.of(PASSED)))
        .isEqualTo(new CapturedAt(PASSED, Source.EXIF));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "20261121T143005Z.jpg",
        "20261121143005.jpg",
        "2026-11-21_14-30-05.jpg",
        "2026-11-21T14:30:05Z.jpg",
        "IMG_20261121_143005.jpg",
        "lane 3 2026.11.21 14.30.05 (2).png",
        "cam-7_20261121-143005123.jpg"
      })
  void findsTheTimeInTheName(String name) {
    assertThat(CaptureTime.of(upload(name, null), Optional.empty()))
        .isEqualTo(new CapturedAt(PASSED, Source.NAME));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "car.jpg",
        "20261321_143005.jpg",
        "20260230_143005.jpg",
        "20261121_253005.jpg",
        "20271121_143005.jpg",
        "1920261121143005.jpg",
        "20261121.jpg"
      })
  void doesNotTakeATimeThatCannotBeOrLiesAhead(String name) {
    assertThat(CaptureTime.of(upload(name, null), Optional.empty()))
        .isEqualTo(new CapturedAt(UPLOADED, Source.UPLOAD));
  }

  @Test
  void passesOverMetadataAndExifOfTheFuture() {
    var upload = upload("car.jpg", "2031-01-01T00:00:00Z");

    assertThat(CaptureTime.of(upload, Optional.of(UPLOADED.plusSeconds(86_400))))
        .isEqualTo(new CapturedAt(UPLOADED, Source.UPLOAD));
  }

  @ParameterizedTest
  @CsvSource({
    "2026:11:21 14:30:05,,2026-11-21T14:30:05Z",
    "2026:11:21 08:30:05,-06:00,2026-11-21T14:30:05Z"
  })
  void readsTheCamerasTimeAsUtcUnlessItTellsItsOffset(
      String time, @Nullable String offset, Instant at) {
    assertThat(Exif.instant(time, offset)).contains(at);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0000:00:00 00:00:00", "    :  :     :  :  ", "21.11.2026"})
  void readsNoTimeWhereTheCameraHadNone(String time) {
    assertThat(Exif.instant(time, null)).isEmpty();
  }

  private static PhotoUploaded upload(String name, @Nullable String said) {
    return new PhotoUploaded(
        new PhotoPath("booth-1/" + name),
        new ContentTag("tag"),
        1,
        UPLOADED,
        said == null ? Map.of() : Map.of(PhotoUploaded.CAPTURED_AT, said));
  }
}
