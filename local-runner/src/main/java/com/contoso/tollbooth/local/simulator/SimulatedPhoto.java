package com.contoso.tollbooth.local.simulator;

import com.contoso.tollbooth.plate.BoothId;
import com.contoso.tollbooth.plate.Box;
import com.contoso.tollbooth.plate.PhotoUploaded;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/**
 * A photo as a booth uploads it, with the truth about it.
 *
 * @param name unique within its booth and seed
 * @param plateBox where the plate is in the picture, in pixels
 */
public record SimulatedPhoto(
    BoothId booth,
    String name,
    Instant capturedAt,
    byte[] jpeg,
    String truth,
    String jurisdiction,
    String conditions,
    Box plateBox) {
  private static final float QUALITY = 0.86f;

  /** The photo of that number; the same seed and number give the same bytes. */
  public static SimulatedPhoto draw(long seed, long number, BoothId booth, Instant capturedAt) {
    var random = new Random(seed * 1_000_003 + number);
    random.nextInt();
    SimulatedPlate plate = SimulatedPlate.random(random);
    Weather weather = Weather.random(random);
    PhotoPainter.Scene scene = PhotoPainter.paint(plate, weather, random);
    return new SimulatedPhoto(
        booth,
        "sim-%d-%06d.jpg".formatted(seed, number),
        capturedAt,
        jpeg(scene),
        plate.truth(),
        plate.jurisdiction().name(),
        weather.words(),
        scene.plate());
  }

  /** What the booth says of the photo as it uploads it. */
  public Map<String, String> metadata() {
    return Map.of(
        PhotoUploaded.CAPTURED_AT,
        capturedAt.toString(),
        "truth",
        truth,
        "truthjurisdiction",
        jurisdiction,
        "conditions",
        conditions);
  }

  private static byte[] jpeg(PhotoPainter.Scene scene) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var bytes = new ByteArrayOutputStream(256 * 1024);
    try (var out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(QUALITY);
      writer.write(null, new IIOImage(scene.image(), null, null), param);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
