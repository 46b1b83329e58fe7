package com.contoso.tollbooth.azure.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.azure.ai.vision.imageanalysis.ImageAnalysisClientBuilder;
import com.azure.core.credential.KeyCredential;
import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.RetryOptions;
import com.contoso.tollbooth.azure.testkit.Emulator.Fault;
import com.contoso.tollbooth.azure.testkit.VisionEmulator;
import com.contoso.tollbooth.plate.Box;
import com.contoso.tollbooth.plate.PhotoRefused;
import com.contoso.tollbooth.recognition.Photo;
import com.contoso.tollbooth.recognition.PhotoContent;
import com.contoso.tollbooth.recognition.PhotoFormat;
import com.contoso.tollbooth.recognition.TextReaderUnavailable;
import com.contoso.tollbooth.recognition.TextReading;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AiVisionTextReaderTests {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private final VisionEmulator service = new VisionEmulator();
  private AiVisionTextReader reader;

  @BeforeEach
  void open() {
    reader = reader(VisionEmulator.KEY);
  }

  @AfterEach
  void close() {
    service.close();
  }

  private AiVisionTextReader reader(String key) {
    return new AiVisionTextReader(
        new ImageAnalysisClientBuilder()
            .endpoint(service.address())
            .credential(new KeyCredential(key))
            .retryOptions(new RetryOptions(new FixedDelayOptions(0, Duration.ZERO)))
            .buildClient(),
        () -> NOW);
  }

  @Test
  void readsLinesWithConfidenceAndBox() throws IOException {
    service.reads(picture -> List.of(new VisionEmulator.Line("ABC-1234", 0.93, 10, 20, 60, 15)));

    TextReading reading = reader.read(photo(100, 80));

    assertThat(reading.width()).isEqualTo(100);
    assertThat(reading.height()).isEqualTo(80);
    assertThat(reading.lines())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.text()).isEqualTo("ABC-1234");
              assertThat(line.confidence().value()).isEqualTo(0.93);
              assertThat(line.characters()).isEmpty();
              assertThat(line.box()).isEqualTo(new Box(10, 20, 60, 15));
            });
  }

  @Test
  void readsAPhotoWithoutText() throws IOException {
    assertThat(reader.read(photo(100, 80)).lines()).isEmpty();
  }

  @Test
  void passesOnHowLongTheServiceAsksToBeLeftAlone() {
    service.order(new Fault.Status(429, Map.of("Retry-After", "17")));
    assertThatThrownBy(() -> reader.read(photo(100, 80)))
        .asInstanceOf(type(TextReaderUnavailable.class))
        .extracting(TextReaderUnavailable::retryAfter)
        .isEqualTo(Duration.ofSeconds(17));

    service.order(new Fault.Status(503, Map.of("Retry-After", "Sun, 01 Mar 2026 10:02:00 GMT")));
    assertThatThrownBy(() -> reader.read(photo(100, 80)))
        .asInstanceOf(type(TextReaderUnavailable.class))
        .extracting(TextReaderUnavailable::retryAfter)
        .isEqualTo(Duration.ofMinutes(2));
    assertThat(service.calls()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"0,PT1S", "'Sun, 01 Mar 2026 09:00:00 GMT',PT1S", "999999999,PT1H", "soon,PT30S"})
  void takesNoOddWaitForGranted(String said, Duration wait) {
    service.order(new Fault.Status(429, Map.of("Retry-After", said)));

    assertThatThrownBy(() -> reader.read(photo(100, 80)))
        .asInstanceOf(type(TextReaderUnavailable.class))
        .extracting(TextReaderUnavailable::retryAfter)
        .isEqualTo(wait);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404, 408, 429, 500, 502, 503, 504})
  void blamesNoPhotoForTheServicesTrouble(int status) {
    service.order(new Fault.Status(status));

    assertThatThrownBy(() -> reader.read(photo(100, 80))).isInstanceOf(TextReaderUnavailable.class);
  }

  @Test
  void blamesNoPhotoForABrokenConnection() {
    service.order(new Fault.ResetAfter());

    assertThatThrownBy(() -> reader.read(photo(100, 80))).isInstanceOf(TextReaderUnavailable.class);
  }

  @Test
  void refusesWhatTheServiceCannotDecode() {
    assertThatThrownBy(() -> reader.read(photo(100, 80, new byte[500])))
        .isInstanceOf(PhotoRefused.class)
        .hasMessageStartingWith("NOT_AN_IMAGE");
  }

  @Test
  void asksNothingAboutAPhotoBeyondTheLimits() throws IOException {
    byte[] jpeg = jpeg(10, 10);
    assertThatThrownBy(() -> reader.read(photo(49, 80, jpeg))).hasMessageStartingWith("TOO_SMALL");
    assertThatThrownBy(() -> reader.read(photo(16_001, 80, jpeg)))
        .hasMessageStartingWith("TOO_MANY_PIXELS");
    assertThatThrownBy(() -> reader.read(photo(100, 80, new byte[20 * 1024 * 1024])))
        .hasMessageStartingWith("TOO_MANY_BYTES");
    assertThat(service.calls()).isZero();
  }

  private static Photo photo(int width, int height) throws IOException {
    return photo(width, height, jpeg(width, height));
  }

  private static Photo photo(int width, int height, byte[] bytes) {
    return new Photo(
        PhotoFormat.JPEG,
        width,
        height,
        new PhotoContent() {
          @Override
          public InputStream open() {
            return new ByteArrayInputStream(bytes);
          }

          @Override
          public long size() {
            return bytes.length;
          }
        });
  }

  private static byte[] jpeg(int width, int height) throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
    return bytes.toByteArray();
  }
}
