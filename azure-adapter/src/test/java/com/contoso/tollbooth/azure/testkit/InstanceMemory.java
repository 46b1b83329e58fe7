package com.contoso.tollbooth.azure.testkit;

import com.azure.core.util.BinaryData;
import com.contoso.tollbooth.azure.AzureNames;
import com.contoso.tollbooth.azure.storage.BlobPhotoStore;
import com.contoso.tollbooth.plate.PhotoPath;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/**
 * Measures the memory of one instance that reads photos of just under 20 MB, as many at once as
 * host.json lets it: prints the most that its process ever held, heap and all.
 */
public final class InstanceMemory {
  private static final int AT_ONCE = 4;
  private static final int BATCHES = 3;
  private static final int PHOTO_BYTES = 19_900_000;

  /** What a JVM takes by itself in an instance of 2 GB: a quarter. */
  private static final String HEAP = "-Xmx512m";

  private InstanceMemory() {}

  public static void main(String[] arguments) throws IOException {
    try (var cloud = new CloudAround()) {
      cloud.vision.reads(
          picture -> List.of(new VisionEmulator.Line("BBC1234", 0.99, 10, 20, 60, 15)));
      var options = new ArrayList<>(cloud.options());
      options.add(HEAP);
      try (var host = new FunctionsHost(cloud.settings(), options)) {
        for (int batch = 0; batch < BATCHES; batch++) {
          var events = new ArrayList<String>();
          for (int n = 0; n < AT_ONCE; n++) {
            events.add(upload(cloud, batch * AT_ONCE + n));
          }
          host.call("*photoUploaded", events.toArray(String[]::new));
        }
        System.out.printf(
            Locale.ROOT,
            "%d photos of %.1f MB read, %d at once: %.0f MB at most, heap limit 512 MB%n",
            cloud.vision.calls(),
            PHOTO_BYTES / 1e6,
            AT_ONCE,
            peakBytes(host.process()) / 1e6);
        if (cloud.vision.calls() != AT_ONCE * BATCHES) {
          throw new IllegalStateException("not every photo was read");
        }
      }
    }
    System.exit(0);
  }

  private static String upload(CloudAround cloud, int number) throws IOException {
    var photos = cloud.container(AzureNames.PHOTOS);
    var path = new PhotoPath("booth-7/large/" + number + ".jpg");
    photos.getBlobClient(path.value()).upload(BinaryData.fromBytes(photo(number)), true);
    return PhotoEvents.blobCreated(new BlobPhotoStore(photos).stored(path).orElseThrow());
  }

  /** A small picture with application segments before it that make it large. */
  private static byte[] photo(int number) throws IOException {
    var picture = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
    picture.setRGB(number, number, 0xFFFFFF);
    var jpeg = new ByteArrayOutputStream();
    ImageIO.write(picture, "jpg", jpeg);
    byte[] small = jpeg.toByteArray();
    var large = new ByteArrayOutputStream(PHOTO_BYTES);
    large.write(small, 0, 2);
    while (large.size() < PHOTO_BYTES - small.length) {
      large.write(0xFF);
      large.write(0xEF);
      large.write(0xFF);
      large.write(0xFF);
      large.write(new byte[0xFFFF - 2]);
    }
    large.write(small, 2, small.length - 2);
    return large.toByteArray();
  }

  /** As the kernel counted it. */
  private static long peakBytes(Process process) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
        .findFirst()
        .orElseThrow();
  }
}
