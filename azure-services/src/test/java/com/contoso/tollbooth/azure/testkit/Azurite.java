package com.contoso.tollbooth.azure.testkit;

import com.azure.core.util.Configuration;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.BlobServiceClientBuilder;
import com.azure.storage.queue.QueueClient;
import com.azure.storage.queue.QueueMessageEncoding;
import com.azure.storage.queue.QueueServiceClient;
import com.azure.storage.queue.QueueServiceClientBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.FileSystemUtils;

/**
 * Azurite, Microsoft's emulator of Azure Storage, as one process for all tests of this JVM, on free
 * ports, its data in a folder that goes with it. Each test makes its own containers and queues.
 */
public final class Azurite {
  /** The emulator's documented account. */
  private static final String ACCOUNT = "devstoreaccount1";

  private static final String KEY =
      "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

  private static final Pattern LISTENS =
      Pattern.compile(
          "Azurite (Blob|Queue|Table) service (?:is )?successfully listen(?:ing|s) (?:at|on) (http://\\S+)");

  private static Azurite shared;

  private final String blobs;
  private final String queues;

  private Azurite(String blobs, String queues) {
    this.blobs = blobs;
    this.queues = queues;
  }

  /** The one that runs for this JVM. */
  public static synchronized Azurite running() {
    if (shared == null) {
      shared = start();
    }
    return shared;
  }

  /** For {@code BlobServiceClientBuilder.connectionString} and its like. */
  public String connectionString() {
    return "DefaultEndpointsProtocol=http;AccountName=%s;AccountKey=%s;BlobEndpoint=%s/%s;QueueEndpoint=%s/%s;"
        .formatted(ACCOUNT, KEY, blobs, ACCOUNT, queues, ACCOUNT);
  }

  /** A new, empty container with a name of its own. */
  public BlobContainerClient newContainer() {
    BlobContainerClient container =
        new BlobServiceClientBuilder()
            .connectionString(connectionString())
            .configuration(Configuration.NONE)
            .buildClient()
            .getBlobContainerClient("test-" + UUID.randomUUID());
    container.create();
    return container;
  }

  public QueueServiceClient queues() {
    return new QueueServiceClientBuilder()
        .connectionString(connectionString())
        .configuration(Configuration.NONE)
        .messageEncoding(QueueMessageEncoding.BASE64)
        .buildClient();
  }

  /** A new, empty queue with a name of its own, encoded as the Functions host expects it. */
  public QueueClient newQueue() {
    QueueClient queue = queues().getQueueClient("test-" + UUID.randomUUID());
    queue.create();
    return queue;
  }

  /** It knows the service as of June 2026; the SDK names a version of October of that year. */
  private static Azurite start() {
    // The JVM's first client decides what all of them trust, emulators that come later included.
    Certificates.trusted();
    try {
      Path home = Files.createTempDirectory("azurite");
      Process process =
          TestTools.node(
                  "azurite/dist/src/azurite.js",
                  "--location",
                  home.toString(),
                  "--blobPort",
                  "0",
                  "--queuePort",
                  "0",
                  "--tablePort",
                  "0",
                  "--disableTelemetry",
                  "--skipApiVersionCheck")
              .redirectErrorStream(true)
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process, home)));
      Map<String, String> addresses = addresses(process);
      return new Azurite(addresses.get("Blob"), addresses.get("Queue"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> addresses(Process process) throws IOException {
    var addresses = new HashMap<String, String>();
    var said = new StringBuilder();
    BufferedReader output = process.inputReader();
    while (addresses.size() < 3) {
      String line = output.readLine();
      if (line == null) {
        throw new IllegalStateException("Azurite did not start: " + said);
      }
      said.append(line).append('\n');
      Matcher listens = LISTENS.matcher(line);
      if (listens.find()) {
        addresses.put(listens.group(1), listens.group(2));
      }
    }
    Thread.ofVirtual().start(() -> output.lines().forEach(line -> {}));
    return addresses;
  }

  private static void end(Process process, Path home) {
    process.destroyForcibly();
    try {
      process.waitFor();
      FileSystemUtils.deleteRecursively(home);
    } catch (IOException | InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
