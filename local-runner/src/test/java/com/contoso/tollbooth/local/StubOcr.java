package com.contoso.tollbooth.local;

import com.contoso.tollbooth.local.simulator.SimulatedPhoto;
import com.contoso.tollbooth.plate.Box;
import com.contoso.tollbooth.plate.Confidence;
import com.contoso.tollbooth.plate.ReadCharacter;
import com.contoso.tollbooth.recognition.Photo;
import com.contoso.tollbooth.recognition.TextLine;
import com.contoso.tollbooth.recognition.TextReader;
import com.contoso.tollbooth.recognition.TextReading;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Photos that carry their plate in a JPEG comment, and the OCR that reads it there. */
@Configuration(proxyBeanMethods = false)
public class StubOcr {
  private static final byte[] PICTURE = picture();
  private static final String MARK = "plate:";

  /** Takes the place of the real engine. */
  @Bean(destroyMethod = "")
  TextReader onnxTextReader() {
    return StubOcr::read;
  }

  /** The application with this OCR. */
  public static SpringApplicationBuilder application(Map<String, String> settings) {
    var builder =
        new SpringApplicationBuilder(LocalApplication.class, StubOcr.class)
            .properties("spring.main.allow-bean-definition-overriding=true");
    settings.forEach((name, value) -> builder.properties(name + "=" + value));
    return builder;
  }

  /** The application over a folder, on a port of its own; it does what it is asked to alone. */
  public static ServletWebServerApplicationContext serve(Path home, Class<?>... further) {
    return (ServletWebServerApplicationContext)
        application(
                Map.of(
                    "tollbooth.home", home.toString(),
                    "server.port", "0",
                    "tollbooth.schedules", "false"))
            .sources(further)
            .run();
  }

  /** A photo of that plate, read with that confidence. */
  public static byte[] photo(String plate, double confidence) {
    return photo(PICTURE, plate, confidence, new Box(20, 30, 80, 30));
  }

  /** A drawn photo, its plate read with that confidence. */
  public static byte[] photo(SimulatedPhoto drawn, double confidence) {
    return photo(drawn.jpeg(), drawn.truth(), confidence, drawn.plateBox());
  }

  private static byte[] photo(byte[] picture, String plate, double confidence, Box box) {
    String note =
        "%s%s:%s:%d:%d:%d:%d;"
            .formatted(
                MARK,
                plate,
                confidence,
                (int) box.x(),
                (int) box.y(),
                (int) box.width(),
                (int) box.height());
    byte[] comment = note.getBytes(StandardCharsets.US_ASCII);
    var jpeg = new ByteArrayOutputStream();
    jpeg.write(picture, 0, 2);
    jpeg.write(0xFF);
    jpeg.write(0xFE);
    jpeg.write(0);
    jpeg.write(comment.length + 2);
    jpeg.writeBytes(comment);
    jpeg.write(picture, 2, picture.length - 2);
    return jpeg.toByteArray();
  }

  private static TextReading read(Photo photo) {
    try (InputStream in = photo.content().open()) {
      return new TextReading(
          photo.width(), photo.height(), lineOf(in.readAllBytes()).stream().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What stands in a photo's comment. */
  public static Optional<TextLine> lineOf(byte[] photo) {
    String text = new String(photo, StandardCharsets.ISO_8859_1);
    int start = text.indexOf(MARK);
    if (start < 0) {
      return Optional.empty();
    }
    String[] parts = text.substring(start + MARK.length(), text.indexOf(';', start)).split(":");
    var confidence = new Confidence(Double.parseDouble(parts[1]));
    var box =
        new Box(
            Double.parseDouble(parts[2]),
            Double.parseDouble(parts[3]),
            Double.parseDouble(parts[4]),
            Double.parseDouble(parts[5]));
    List<ReadCharacter> characters =
        parts[0].chars().mapToObj(c -> new ReadCharacter((char) c, confidence)).toList();
    return Optional.of(new TextLine(parts[0], confidence, characters, box));
  }

  private static byte[] picture() {
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(160, 120, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
