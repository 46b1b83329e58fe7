package com.contoso.tollbooth.azure.testkit;

import com.azure.core.util.BinaryData;
import com.contoso.tollbooth.azure.AzureNames;
import com.contoso.tollbooth.azure.storage.BlobPhotoStore;
import com.contoso.tollbooth.plate.PhotoPath;
import com.contoso.tollbooth.plate.PhotoUploaded;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import javax.imageio.ImageIO;
import org.springframework.util.FileSystemUtils;

/**
 * Measures the packaged app from the start of its JVM until its first photo is read and its
 * decision told, in several ways by turns: prints the median of each and its share of the first.
 */
public final class ColdStart {
  /** What the Functions host passes to every Java worker. */
  private static final List<String> HOST =
      List.of("-XX:+TieredCompilation", "-XX:TieredStopAtLevel=1");

  private final CloudAround cloud = new CloudAround();
  private final String event;
  private final Path app;

  private ColdStart() throws IOException {
    app = withWholeStart();
    cloud.vision.reads(
        picture -> List.of(new VisionEmulator.Line("BBC1234", 0.99, 10, 20, 60, 15)));
    event = PhotoEvents.blobCreated(upload());
  }

  public static void main(String[] arguments) throws IOException {
    Thread.currentThread()
        .setUncaughtExceptionHandler(
            (thread, fault) -> {
              fault.printStackTrace();
              System.exit(1);
            });
    int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
    Path archive = Files.createTempDirectory("cold-start").resolve("app.jsa");
    var start = new ColdStart();
    Way plain =
        new Way(
            "as is",
            List.of(),
            Map.of(
                "MAIN_CLASS",
                WholeStart.class.getName(),
                "SPRING_MAIN_LAZY_INITIALIZATION",
                "false"));
    Way cached =
        new Way(
            "class-data archive", List.of("-XX:SharedArchiveFile=" + archive), plain.settings());
    Way lean = new Way("lazy beans, lean autoconfiguration", List.of(), Map.of());
    Way all = new Way("all together", cached.options(), lean.settings());
    start.archive(archive, lean);
    var times = new LinkedHashMap<String, List<Double>>();
    for (int run = 0; run < runs; run++) {
      for (Way way : List.of(plain, cached, lean, all)) {
        times.computeIfAbsent(way.name(), name -> new ArrayList<>()).add(start.time(way));
      }
    }
    double first = median(times.get(plain.name()));
    times.forEach(
        (name, seconds) ->
            System.out.printf(
                Locale.ROOT,
                "| %s | %.2f s | %.2f |%n",
                name,
                median(seconds),
                median(seconds) / first));
    start.cloud.close();
    System.exit(0);
  }

  /** From a list of all classes that a first photo loads, whatever loader loads them. */
  private void archive(Path archive, Way way) throws IOException {
    Path classes = archive.resolveSibling("classes.lst");
    time(new Way("", List.of("-XX:DumpLoadedClassList=" + classes), way.settings()));
    var dump =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:dump",
                "-XX:SharedClassListFile=" + classes,
                "-XX:SharedArchiveFile=" + archive,
                "-cp",
                FunctionsHost.workerClassPath())
            .redirectErrorStream(true)
            .redirectOutput(archive.resolveSibling("dump.log").toFile())
            .start();
    try {
      if (dump.waitFor() != 0) {
        throw new IllegalStateException("no archive was made: " + archive);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    System.out.printf(Locale.ROOT, "archive of %.0f MB%n", Files.size(archive) / 1e6);
  }

  private double time(Way way) {
    var options = new ArrayList<String>(HOST);
    options.addAll(cloud.options());
    options.addAll(way.options());
    var settings = new HashMap<>(cloud.settings());
    settings.putAll(way.settings());
    int told = cloud.topic.published().size();
    long begin = System.nanoTime();
    try (var host = new FunctionsHost(app, settings, options)) {
      host.call("photoUploaded", event);
      double seconds = (System.nanoTime() - begin) / 1e9;
      if (cloud.topic.published().size() == told) {
        throw new IllegalStateException("the photo was not decided");
      }
      if (way.name().isEmpty()) {
        host.end();
      }
      return seconds;
    }
  }

  /** The package with one more class in it. */
  private static Path withWholeStart() throws IOException {
    Path copy = Files.createTempDirectory("cold-start");
    FileSystemUtils.copyRecursively(FunctionsHost.PACKAGE, copy);
    String name = WholeStart.class.getName().replace('.', '/') + ".class";
    try (var jar =
            new JarOutputStream(
                Files.newOutputStream(copy.resolve("lib").resolve("zz-whole-start.jar")));
        var bytes = WholeStart.class.getClassLoader().getResourceAsStream(name)) {
      jar.putNextEntry(new ZipEntry(name));
      bytes.transferTo(jar);
      jar.closeEntry();
    }
    return copy;
  }

  private PhotoUploaded upload() throws IOException {
    var path = new PhotoPath("booth-7/2026/03/01/first.jpg");
    var jpeg = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB), "jpg", jpeg);
    var photos = cloud.container(AzureNames.PHOTOS);
    photos.getBlobClient(path.value()).upload(BinaryData.fromBytes(jpeg.toByteArray()), true);
    return new BlobPhotoStore(photos).stored(path).orElseThrow();
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  private record Way(String name, List<String> options, Map<String, String> settings) {}
}
