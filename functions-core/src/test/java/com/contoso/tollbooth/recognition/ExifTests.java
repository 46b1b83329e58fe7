package com.contoso.tollbooth.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExifTests {

  @Test
  void tellsOrientationAndTime() {
    Exif exif = Exif.of(withExif(Bytes.image(100, 60, "jpg"), 6, "2026:11:21 14:30:05"));

    assertThat(exif.orientation()).isEqualTo(Orientation.LYING_LEFT);
    assertThat(exif.takenAt()).contains(Instant.parse("2026-11-21T14:30:05Z"));
  }

  @Test
  void tellsNothingOfAPhotoWithoutExifOrOfNoPhoto() {
    assertThat(Exif.of(Bytes.image(100, 60, "png")).orientation()).isEqualTo(Orientation.UPRIGHT);
    assertThat(Exif.of(new Bytes(new byte[] {1, 2, 3})).takenAt()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 2, 1", "2, 1, 1", "3, 1, 0", "4, 2, 0", "5, 1, 2", "6, 0, 2", "7, 0, 1", "8, 1, 1"
  })
  void turnsPixelsUpright(int exif, int x, int y) {
    Orientation orientation = Orientation.ofExif(exif);

    // the pixel in column 2, row 1 of 4 x 2
    assertThat(orientation.uprightX(2, 1, 4, 2)).isEqualTo(x);
    assertThat(orientation.uprightY(2, 1, 4, 2)).isEqualTo(y);
  }

  private static Bytes withExif(Bytes jpeg, int orientation, String time) {
    byte[] text = (time + "\0").getBytes(StandardCharsets.US_ASCII);
    ByteBuffer tiff = ByteBuffer.allocate(56 + text.length);
    tiff.putShort((short) 0x4d4d).putShort((short) 42).putInt(8);
    tiff.putShort((short) 2);
    entry(tiff, 0x0112, 3, 1, orientation << 16);
    entry(tiff, 0x8769, 4, 1, 38);
    tiff.putInt(0);
    tiff.putShort((short) 1);
    entry(tiff, 0x9003, 2, text.length, 56);
    tiff.putInt(0).put(text);
    ByteBuffer whole = ByteBuffer.allocate((int) jpeg.size() + 10 + tiff.capacity());
    whole.putShort((short) 0xffd8).putShort((short) 0xffe1);
    whole.putShort((short) (8 + tiff.capacity()));
    whole.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(tiff.array());
    whole.put(jpeg.bytes(), 2, (int) jpeg.size() - 2);
    return new Bytes(whole.array());
  }

  private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
    tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }
}
