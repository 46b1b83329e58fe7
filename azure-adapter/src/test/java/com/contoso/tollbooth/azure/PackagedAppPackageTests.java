package com.contoso.tollbooth.azure;

import static com.contoso.tollbooth.plate.SamplePassages.accepted;
import static com.contoso.tollbooth.plate.SamplePassages.passage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.azure.core.util.BinaryData;
import com.azure.storage.blob.models.BlobListDetails;
import com.azure.storage.blob.models.ListBlobsOptions;
import com.contoso.tollbooth.azure.cosmos.CosmosPassageRegistry;
import com.contoso.tollbooth.azure.cosmos.CosmosStore;
import com.contoso.tollbooth.azure.cosmos.LedgerSettings;
import com.contoso.tollbooth.azure.storage.BlobPhotoStore;
import com.contoso.tollbooth.azure.testkit.CloudAround;
import com.contoso.tollbooth.azure.testkit.FunctionsHost;
import com.contoso.tollbooth.azure.testkit.PackageCheck;
import com.contoso.tollbooth.azure.testkit.PhotoEvents;
import com.contoso.tollbooth.azure.testkit.VisionEmulator;
import com.contoso.tollbooth.plate.PhotoPath;
import com.contoso.tollbooth.plate.PhotoUploaded;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** The whole pipeline through the package that is deployed. */
class PackagedAppPackageTests {
  private static final String TIMER = "{\"Schedule\":{\"AdjustForDST\":true},\"IsPastDue\":false}";

  @Test
  void holdsEveryFunction() {
    assertThat(FunctionsHost.functions())
        .contains(
            "photoUploaded",
            "photoPoisoned",
            "savePlate",
            "queueForReview",
            "closePassage",
            "exportPlates",
            "reconcile",
            "api",
            "replayDeadLetter",
            "receiveEvent",
            "controlUsageBatch",
            "retrieveUsage",
            "splitUsage",
            "processDailyUsage",
            "fetchPoisoned",
            "reportPoisoned",
            "dayPoisoned");
  }

  @Test
  void isWhole() {
    assertThat(PackageCheck.faults(FunctionsHost.PACKAGE)).isEmpty();
  }

  @Test
  void tellsWhatAPackageLacks(@TempDir Path folder) throws IOException {
    FileSystemUtils.copyRecursively(FunctionsHost.PACKAGE, folder);
    FileSystemUtils.deleteRecursively(folder.resolve("savePlate"));
    Path json = folder.resolve("exportPlates").resolve("function.json");
    Files.writeString(
        json,
        Files.readString(json)
            .replace(".jar", "-old.jar")
            .replace("TimerHandlers.exportPlates", "TimerHandlers.exportEverything"));

    assertThat(PackageCheck.faults(folder))
        .anyMatch(fault -> fault.equals("the function savePlate has no function.json"))
        .anyMatch(fault -> fault.startsWith("the function exportPlates names the script"))
        .anyMatch(fault -> fault.startsWith("the function exportPlates names the method"));
    assertThat(PackageCheck.faults(folder.resolve("nothing")))
        .singleElement()
        .asString()
        .contains("there is no app jar");
  }

  @Test
  void billsWhatItReadSurelyAndAsksAPersonAboutTheRest() throws Exception {
    try (var cloud = new CloudAround();
        var host = new FunctionsHost(cloud.settings(), cloud.options())) {
      Map<Integer, String> plates = Map.of(100, "BBC1234", 110, "CCD1234", 120, "O0I1B8");
      cloud.vision.reads(
          picture ->
              List.of(new VisionEmulator.Line(plates.get(widthOf(picture)), 0.99, 10, 20, 60, 15)));
      for (int width : plates.keySet()) {
        PhotoUploaded photo = upload(cloud, "booth-7/2026/03/01/" + width + ".jpg", width);
        host.call("photoUploaded", PhotoEvents.blobCreated(photo));
        host.call("photoUploaded", PhotoEvents.blobCreated(photo));
      }
      deliverTwiceAndShuffled(cloud, host);

      host.call("exportPlates", TIMER);
      host.call("exportPlates", TIMER);

      List<String> files =
          cloud.container(AzureNames.EXPORTS).listBlobs().stream()
              .map(blob -> blob.getName())
              .toList();
      assertThat(files).hasSize(2).anyMatch(name -> name.endsWith(".manifest.json"));
      String csv =
          cloud
              .container(AzureNames.EXPORTS)
              .getBlobClient(
                  files.stream().filter(n -> n.endsWith(".csv")).findFirst().orElseThrow())
              .downloadContent()
              .toString();
      assertThat(csv.lines()).hasSize(3);
      assertThat(csv.lines().skip(1))
          .anyMatch(line -> line.contains(",booth-7,") && line.contains(",BBC1234,"))
          .anyMatch(line -> line.contains(",CCD1234,"))
          .allMatch(line -> line.endsWith("/photo"));
      assertThat(cloud.mail.getReceivedMessages()).hasSize(1);
      assertThat(cloud.mail.getReceivedMessages()[0].getSubject())
          .isEqualTo("TollBooth: no plates to export");
      assertThat(cloud.identity.issued()).isPositive();
      host.call("reconcile", TIMER);
    }
  }

  @Test
  void exportsEachPlateOnceThoughInstancesOverlapAndDie() throws Exception {
    int plates = 300;
    try (var cloud = new CloudAround();
        var client = cloud.cosmosClient()) {
      var registry =
          new CosmosPassageRegistry(
              new CosmosStore(client.getDatabase(CosmosStore.DATABASE), new SimpleMeterRegistry()),
              new LedgerSettings(Duration.ZERO, 16),
              Clock.systemUTC());
      var settings = new HashMap<>(cloud.settings());
      settings.put("TOLLBOOTH_EXPORT_CHUNK", "5");
      IntStream.range(0, plates / 3).forEach(n -> registry.accept(accepted(n)));
      dieWhileExporting(cloud, settings);
      IntStream.range(plates / 3, plates).forEach(n -> registry.accept(accepted(n)));

      try (var one = new FunctionsHost(settings, cloud.options());
          var other = new FunctionsHost(settings, cloud.options());
          var threads = Executors.newFixedThreadPool(2)) {
        Callable<String> first = () -> one.call("exportPlates", TIMER);
        Callable<String> second = () -> other.call("exportPlates", TIMER);
        for (Future<String> done : threads.invokeAll(List.of(first, second, first, second))) {
          done.get();
        }
      }

      assertThat(rows(cloud))
          .doesNotHaveDuplicates()
          .containsExactlyInAnyOrderElementsOf(
              IntStream.range(0, plates).mapToObj(n -> passage(n).id().value()).toList());
    }
  }

  /** Kills the process once it has begun to stage the file. */
  private static void dieWhileExporting(CloudAround cloud, Map<String, String> settings)
      throws Exception {
    try (var dying = new FunctionsHost(settings, cloud.options());
        var threads = Executors.newSingleThreadExecutor()) {
      Future<?> export = threads.submit(() -> dying.call("exportPlates", TIMER));
      var uncommitted =
          new ListBlobsOptions()
              .setDetails(new BlobListDetails().setRetrieveUncommittedBlobs(true));
      await()
          .atMost(Duration.ofMinutes(5))
          .pollInterval(Duration.ofMillis(5))
          .until(
              () ->
                  export.isDone()
                      || cloud
                          .container(AzureNames.EXPORTS)
                          .listBlobs(uncommitted, null)
                          .iterator()
                          .hasNext());
      if (export.isDone()) {
        throw new AssertionError("the export came to its end before the kill: " + export.get());
      }
      dying.process().destroyForcibly().waitFor();
      assertThatThrownBy(export::get).hasMessageContaining("the worker ended");
    }
  }

  /** The passage ids of all rows of all files. */
  private static List<String> rows(CloudAround cloud) {
    var exports = cloud.container(AzureNames.EXPORTS);
    return exports.listBlobs().stream()
        .filter(blob -> blob.getName().endsWith(".csv"))
        .flatMap(
            blob ->
                exports.getBlobClient(blob.getName()).downloadContent().toString().lines().skip(1))
        .map(row -> row.substring(0, row.indexOf(',')))
        .toList();
  }

  @Test
  void readsAndReviewsWhileTheDatabaseOfBatchJobsIsDown() throws Exception {
    try (var cloud = new CloudAround()) {
      cloud.vision.reads(
          picture -> List.of(new VisionEmulator.Line("BBC1234", 0.99, 10, 20, 60, 15)));
      var settings = new HashMap<>(cloud.settings());
      settings.put("BATCH_DB_URL", "jdbc:postgresql://127.0.0.1:1/batch");
      try (var host = new FunctionsHost(settings, cloud.options())) {
        PhotoUploaded photo = upload(cloud, "booth-7/2026/03/01/down.jpg", 100);

        host.call("photoUploaded", PhotoEvents.blobCreated(photo));
        cloud.topic.published().forEach(fact -> PhotoEvents.deliver(host, fact));

        assertThat(cloud.topic.published()).hasSize(1);
        assertThat(host.call("api", "GET", "http://localhost/api/passages", "", ""))
            .startsWith("200");
        assertThat(host.call("api", "GET", "http://localhost/api/reviews", "", ""))
            .startsWith("200");
        host.call("reconcile", TIMER);
        assertThatThrownBy(() -> host.call("exportPlates", TIMER))
            .isInstanceOf(FunctionsHost.FunctionFailed.class);
      }
    }
  }

  @Test
  void saysWhichSettingIsMissing() {
    try (var cloud = new CloudAround()) {
      var settings = new HashMap<>(cloud.settings());
      settings.remove("COSMOS_ENDPOINT");
      try (var host = new FunctionsHost(settings, cloud.options())) {
        assertThatThrownBy(() -> host.call("reconcile", TIMER))
            .hasMessageContaining(
                "The app setting COSMOS_ENDPOINT is not set: the address of the Cosmos DB account.");
      }
    }
  }

  private static PhotoUploaded upload(CloudAround cloud, String path, int width)
      throws IOException {
    var photos = cloud.container(AzureNames.PHOTOS);
    var jpeg = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, 80, BufferedImage.TYPE_INT_RGB), "jpg", jpeg);
    photos.getBlobClient(path).upload(BinaryData.fromBytes(jpeg.toByteArray()), true);
    return new BlobPhotoStore(photos).stored(new PhotoPath(path)).orElseThrow();
  }

  private static void deliverTwiceAndShuffled(CloudAround cloud, FunctionsHost host) {
    var deliveries = new ArrayList<JsonNode>(cloud.topic.published());
    deliveries.addAll(cloud.topic.published());
    Collections.shuffle(deliveries, new Random(5));
    for (JsonNode event : deliveries) {
      PhotoEvents.deliver(host, event);
    }
  }

  private static int widthOf(byte[] picture) {
    try {
      return ImageIO.read(new java.io.ByteArrayInputStream(picture)).getWidth();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
