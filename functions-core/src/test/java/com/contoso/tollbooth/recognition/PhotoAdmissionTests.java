package com.contoso.tollbooth.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.contoso.tollbooth.plate.PhotoRefused;
import com.contoso.tollbooth.plate.PhotoRefused.Reason;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoAdmissionTests {
  private final PhotoAdmission admission = new PhotoAdmission(AdmissionSettings.DEFAULT);

  @ParameterizedTest
  @CsvSource({"jpg,JPEG", "png,PNG"})
  void tellsFormatAndSizeByContent(String written, PhotoFormat format) {
    Photo photo = admission.admit(Bytes.image(120, 80, written));

    assertThat(photo.format()).isEqualTo(format);
    assertThat(photo.width()).isEqualTo(120);
    assertThat(photo.height()).isEqualTo(80);
  }

  @Test
  void refusesAnEmptyFile() {
    refuses(new Bytes(new byte[0]), Reason.EMPTY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "GIF89a and more", "<html>not a photo</html>"})
  void refusesWhatIsNoImage(String content) {
    refuses(new Bytes(content.getBytes(StandardCharsets.UTF_8)), Reason.NOT_AN_IMAGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpg", "png"})
  void refusesAFileWhoseEndIsMissingWhereverItIsCut(String format) {
    Bytes whole = Bytes.image(200, 200, format);

    for (int cut = 9; cut < whole.size() - 1; cut += 37) {
      refuses(whole.first(cut), Reason.TRUNCATED);
    }
    refuses(whole.first((int) whole.size() - 2), Reason.TRUNCATED);
  }

  @Test
  void takesAJpegWithSomethingBehindItsEnd() {
    Bytes whole = Bytes.image(200, 200, "jpg");

    assertThat(admission.admit(whole.first((int) whole.size() + 100)).width()).isEqualTo(200);
  }

  @Test
  void refusesABombByItsHeader() {
    refuses(Bytes.jpegOf(50_000, 50_000), Reason.TOO_MANY_PIXELS);
  }

  @Test
  void refusesAPhotoTooSmallToRead() {
    refuses(Bytes.image(49, 200, "jpg"), Reason.TOO_SMALL);
    assertThat(admission.admit(Bytes.image(50, 50, "jpg")).height()).isEqualTo(50);
  }

  @Test
  void refusesTooManyBytes() {
    Bytes whole = Bytes.image(200, 200, "png");
    var strict =
        new PhotoAdmission(new AdmissionSettings(whole.size() - 1, 50, 1000_000, 1000_000));

    assertThatExceptionOfType(PhotoRefused.class)
        .isThrownBy(() -> strict.admit(whole))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.TOO_MANY_BYTES));
  }

  private void refuses(PhotoContent content, Reason reason) {
    assertThatExceptionOfType(PhotoRefused.class)
        .isThrownBy(() -> admission.admit(content))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
  }
}
