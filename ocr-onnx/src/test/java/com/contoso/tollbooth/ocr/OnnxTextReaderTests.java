package com.contoso.tollbooth.ocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.contoso.tollbooth.plate.PhotoRefused;
import com.contoso.tollbooth.recognition.Orientation;
import com.contoso.tollbooth.recognition.Photo;
import com.contoso.tollbooth.recognition.PhotoFormat;
import com.contoso.tollbooth.recognition.TextLine;
import com.contoso.tollbooth.recognition.TextReading;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnnxTextReaderTests {
  private static OnnxTextReader reader;

  @BeforeAll
  static void load() {
    reader = new OnnxTextReader(OcrSettings.DEFAULT);
  }

  @AfterAll
  static void close() throws Exception {
    reader.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"BKR4827", "7FHW963", "HZX924"})
  void readsAPlateWithConfidenceForEachCharacterAndItsPlace(String plate) {
    TextLine line = onlyLine(reader.read(jpeg(DrawnPhoto.car(plate, 1280, 720))));

    assertThat(line.text()).isEqualTo(plate);
    assertThat(line.confidence().value()).isGreaterThan(0.5);
    assertThat(line.characters()).hasSize(plate.length());
    assertThat(line.characters())
        .allSatisfy(read -> assertThat(read.confidence().value()).isGreaterThan(0.75));
    assertThat(line.box().x() + line.box().width() / 2).isBetween(620.0, 660.0);
    assertThat(line.box().y()).isBetween(380.0, 480.0);
  }

  @Test
  void readsPngAsWell() {
    BufferedImage image = DrawnPhoto.car("CNP5381", 900, 600);
    var photo = new Photo(PhotoFormat.PNG, 900, 600, DrawnPhoto.content(image, "png"));

    assertThat(onlyLine(reader.read(photo)).text()).isEqualTo("CNP5381");
  }

  @Test
  void turnsAPhotoUprightAndTellsPlacesInItAsSeen() {
    BufferedImage lying = DrawnPhoto.lying(DrawnPhoto.car("BKR4827", 1280, 720));
    var photo =
        new Photo(
            PhotoFormat.JPEG, 720, 1280, Orientation.LYING_LEFT, DrawnPhoto.content(lying, "jpg"));

    TextReading reading = reader.read(photo);

    assertThat(reading.width()).isEqualTo(1280);
    assertThat(reading.height()).isEqualTo(720);
    assertThat(onlyLine(reading).text()).isEqualTo("BKR4827");
    assertThat(onlyLine(reading).box().y()).isBetween(380.0, 480.0);
  }

  @Test
  void decodesAHugePhotoWithinItsLimitOfPixelsAndTellsPlacesInFullSize() {
    Photo photo = jpeg(DrawnPhoto.car("HZX924", 6400, 4800));

    Picture picture = new PictureReader(2_000_000).read(photo);
    TextLine line = onlyLine(reader.read(photo));

    assertThat(picture.pixels().length).isLessThanOrEqualTo(2_000_000);
    assertThat(picture.scale() * picture.width()).isBetween(6390.0, 6410.0);
    assertThat(line.text()).isEqualTo("HZX924");
    assertThat(line.box().x() + line.box().width() / 2).isBetween(3100.0, 3300.0);
  }

  @Test
  void findsNothingInAPhotoWithoutText() {
    TextReading reading = reader.read(jpeg(DrawnPhoto.car("", 640, 480)));

    assertThat(reading.lines()).isEmpty();
  }

  @Test
  void readsTheSameFromManyThreads() throws Exception {
    List<String> plates = List.of("BKR4827", "7FHW963", "HZX924", "CNP5381");
    try (var threads = Executors.newFixedThreadPool(4)) {
      List<Future<TextReading>> readings = new ArrayList<>();
      for (String plate : plates) {
        Photo photo = jpeg(DrawnPhoto.car(plate, 960, 640));
        readings.add(threads.submit(() -> reader.read(photo)));
      }
      for (int i = 0; i < plates.size(); i++) {
        assertThat(onlyLine(readings.get(i).get()).text()).isEqualTo(plates.get(i));
      }
    }
  }

  @Test
  void refusesWhatCannotBeDecoded() {
    byte[] bytes = "neither a picture nor a sound".getBytes(StandardCharsets.UTF_8);
    var photo = new Photo(PhotoFormat.JPEG, 640, 480, DrawnPhoto.content(bytes));

    assertThatExceptionOfType(PhotoRefused.class)
        .isThrownBy(() -> reader.read(photo))
        .satisfies(
            refused -> assertThat(refused.reason()).isEqualTo(PhotoRefused.Reason.NOT_AN_IMAGE));
  }

  private static Photo jpeg(BufferedImage image) {
    return new Photo(
        PhotoFormat.JPEG, image.getWidth(), image.getHeight(), DrawnPhoto.content(image, "jpg"));
  }

  private static TextLine onlyLine(TextReading reading) {
    assertThat(reading.lines()).hasSize(1);
    return reading.lines().getFirst();
  }
}
