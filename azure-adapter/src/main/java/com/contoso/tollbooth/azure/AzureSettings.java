package com.contoso.tollbooth.azure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the services are. The names in the messages are those of the app settings that infra sets.
 *
 * @param storage connection string of a storage emulator; on Azure it is not set, and the two
 *     addresses are
 * @param blobs address of the blob service
 * @param queues address of the queue service
 * @param cosmos address of the Cosmos DB account
 * @param cosmosRegions where to read, nearest first; the account's region, if there are none
 * @param topic address of the Event Grid topic
 * @param vision address of AI Vision
 * @param clientId client id of the managed identity
 * @param batch JDBC address of the batch jobs' database
 */
@ConfigurationProperties("tollbooth.azure")
record AzureSettings(
    @Nullable String storage,
    @Nullable String blobs,
    @Nullable String queues,
    @Nullable String cosmos,
    @Nullable List<String> cosmosRegions,
    @Nullable String topic,
    @Nullable String vision,
    @Nullable String clientId,
    @Nullable String batch) {

  /** Stops the start, whatever is to be used first. */
  void requireAll() {
    if (!storageEmulated()) {
      blobAddress();
      queueAddress();
    }
    cosmosAddress();
    topicAddress();
    visionAddress();
    set(batch, "BATCH_DB_URL", "the PostgreSQL database of batch jobs, for JDBC");
  }

  boolean storageEmulated() {
    return storage != null && !storage.isBlank();
  }

  String blobAddress() {
    return set(blobs, "PhotoStorage__blobServiceUri", "the blob service with photos and exports");
  }

  String queueAddress() {
    return set(queues, "PhotoStorage__queueServiceUri", "the queue service with photo-uploads");
  }

  String cosmosAddress() {
    return set(cosmos, "COSMOS_ENDPOINT", "the Cosmos DB account");
  }

  /** What of the database is only read may come from the nearest copy. */
  List<String> regionsToRead() {
    return cosmosRegions == null ? List.of() : cosmosRegions;
  }

  String topicAddress() {
    return set(topic, "EVENT_TOPIC_ENDPOINT", "the Event Grid topic of plate events");
  }

  String visionAddress() {
    return set(vision, "VISION_ENDPOINT", "AI Vision");
  }

  private static String set(@Nullable String value, String setting, String what) {
    if (value == null || value.isBlank()) {
      throw new MissingSetting(setting, "the address of " + what);
    }
    return value;
  }
}
