package com.contoso.tollbooth.azure.testkit;

import com.azure.cosmos.CosmosClient;
import com.azure.cosmos.CosmosClientBuilder;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.BlobServiceClient;
import com.azure.storage.blob.BlobServiceClientBuilder;
import com.azure.storage.queue.QueueClient;
import com.azure.storage.queue.QueueMessageEncoding;
import com.azure.storage.queue.QueueServiceClientBuilder;
import com.contoso.tollbooth.azure.AzureNames;
import com.contoso.tollbooth.azure.cosmos.CosmosStore;
import com.contoso.tollbooth.azure.testkit.cosmos.CosmosEmulator;
import com.contoso.tollbooth.azure.testkit.cosmos.InfraContainers;
import com.contoso.tollbooth.usage.UsageFolder;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All that the packaged app talks to, emulated: what infra makes, under the names infra gives. */
public final class CloudAround implements AutoCloseable {
  public final IdentityEmulator identity = new IdentityEmulator();
  public final EventGridEmulator topic = new EventGridEmulator();
  public final VisionEmulator vision = new VisionEmulator();
  public final CosmosEmulator cosmos = new CosmosEmulator();
  public final GreenMail mail = new GreenMail(smtp());
  public final EmbeddedPostgres database;

  public CloudAround() {
    cosmos.trust(IdentityEmulator.TOKEN);
    mail.start();
    try {
      database = EmbeddedPostgres.builder().setPGStartupWait(Duration.ofMinutes(2)).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var containers =
        new ArrayList<>(
            List.of(
                AzureNames.PHOTOS,
                AzureNames.EXPORTS,
                AzureNames.DEAD_LETTERS,
                AzureNames.PRICE_SHEETS,
                AzureNames.FINANCE));
    Stream.of(UsageFolder.values()).map(UsageFolder::folder).forEach(containers::add);
    for (String container : containers) {
      container(container).createIfNotExists();
      container(container)
          .listBlobs()
          .forEach(blob -> container(container).getBlobClient(blob.getName()).delete());
    }
    for (String queue :
        List.of(
            AzureNames.PHOTO_QUEUE,
            AzureNames.USAGE_FETCHES,
            AzureNames.USAGE_REPORTS,
            AzureNames.USAGE_DAYS)) {
      queue(queue).createIfNotExists();
      queue(queue).clearMessages();
    }
    createDatabase();
  }

  private static ServerSetup smtp() {
    var smtp = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    smtp.setServerStartupTimeout(Duration.ofMinutes(1).toMillis());
    return smtp;
  }

  /** A client of the database beside the app's. */
  public CosmosClient cosmosClient() {
    System.setProperty("COSMOS.EMULATOR_SERVER_CERTIFICATE_VALIDATION_DISABLED", "true");
    return new CosmosClientBuilder()
        .endpoint(cosmos.endpoint())
        .key(cosmos.key())
        .gatewayMode()
        .endpointDiscoveryEnabled(false)
        .buildClient();
  }

  private void createDatabase() {
    try (CosmosClient client = cosmosClient()) {
      client.createDatabase(CosmosStore.DATABASE);
      InfraContainers.create(client.getDatabase(CosmosStore.DATABASE));
    }
  }

  public BlobServiceClient blobs() {
    return new BlobServiceClientBuilder()
        .connectionString(Azurite.running().connectionString())
        .buildClient();
  }

  public BlobContainerClient container(String name) {
    return blobs().getBlobContainerClient(name);
  }

  public QueueClient queue() {
    return queue(AzureNames.PHOTO_QUEUE);
  }

  public QueueClient queue(String name) {
    return new QueueServiceClientBuilder()
        .connectionString(Azurite.running().connectionString())
        .messageEncoding(QueueMessageEncoding.BASE64)
        .buildClient()
        .getQueueClient(name);
  }

  /** The app settings as infra would set them, pointing here. */
  public Map<String, String> settings() {
    var settings = new HashMap<String, String>();
    settings.put("PhotoStorage", Azurite.running().connectionString());
    settings.put("IDENTITY_ENDPOINT", identity.endpoint());
    settings.put("IDENTITY_HEADER", IdentityEmulator.HEADER);
    settings.put("AZURE_CLIENT_ID", IdentityEmulator.CLIENT_ID);
    settings.put("COSMOS_ENDPOINT", cosmos.endpoint());
    settings.put("EVENT_TOPIC_ENDPOINT", topic.endpoint());
    settings.put("VISION_ENDPOINT", vision.address());
    settings.put("BATCH_DB_URL", database.getJdbcUrl("postgres", "postgres"));
    settings.put("BATCH_DB_USER", "postgres");
    settings.put("BATCH_DB_PASSWORD", "postgres");
    settings.put("MAIL_HOST", "127.0.0.1");
    settings.put("MAIL_PORT", Integer.toString(mail.getSmtp().getPort()));
    settings.put("MAIL_FROM", "tollbooth@contoso.example");
    settings.put("MAIL_TO", "customer-service@contoso.example");
    settings.put("MAIL_STARTTLS", "NONE");
    settings.put("PHOTO_URL", "https://api.contoso.example/api/passages/{passageId}/photo");
    settings.put("TOLLBOOTH_LEDGER_MARGIN", "0s");
    return settings;
  }

  /** What the JVM of the app needs to trust the emulators. */
  public List<String> options() {
    return List.of(
        "-Djavax.net.ssl.trustStore=" + System.getProperty("javax.net.ssl.trustStore"),
        "-Djavax.net.ssl.trustStorePassword="
            + System.getProperty("javax.net.ssl.trustStorePassword"),
        "-DCOSMOS.EMULATOR_SERVER_CERTIFICATE_VALIDATION_DISABLED=true");
  }

  @Override
  public void close() {
    try {
      database.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      mail.stop();
      cosmos.close();
      vision.close();
      topic.close();
      identity.close();
    }
  }
}
