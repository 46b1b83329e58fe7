package com.contoso.tollbooth.azure.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.util.BinaryData;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.queue.QueueClient;
import com.azure.storage.queue.models.QueueMessageItem;
import com.contoso.tollbooth.azure.AzureNames;
import com.contoso.tollbooth.azure.testkit.Azurite;
import com.contoso.tollbooth.reconciliation.DeadLetter;
import com.contoso.tollbooth.registry.PassageRegistry;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Letters of the usage pipeline go back to the queue they came from, and not to the photos'. */
class UsageDeadLettersTests {
  private static final String RAW_REPORT =
      """
      [{"specversion":"1.0","id":"7","type":"Microsoft.Storage.BlobCreated","source":"/s",\
      "subject":"/blobServices/default/containers/newdailyusage/blobs/x-usage.json",\
      "deadletterreason":"MaxDeliveryAttemptsExceeded","deliveryattempts":30,\
      "lastdeliveryattempttime":"2026-03-01T10:00:00Z","data":{}}]""";

  private final Azurite azurite = Azurite.running();
  private final BlobContainerClient container = azurite.newContainer();
  private final QueueClient photos = azurite.newQueue();
  private final BlobDeadLetters letters =
      new BlobDeadLetters(
          container,
          new PhotoQueue(photos, Clock.systemUTC()),
          new UsageQueues(azurite.queues()),
          untouched(),
          event -> {
            throw new AssertionError("it tells of no plate");
          });

  @BeforeEach
  void emptyQueues() {
    for (String name : List.of(AzureNames.USAGE_FETCHES, AzureNames.USAGE_REPORTS)) {
      azurite.queues().getQueueClient(name).createIfNotExists();
      azurite.queues().getQueueClient(name).clearMessages();
    }
  }

  @Test
  void sendsAMessageBackToItsQueue() {
    String id = BlobDeadLetters.idFor(AzureNames.USAGE_FETCHES, null, "{\"a\":1}");
    letters.bury(
        "{\"a\":1}",
        new DeadLetter(
            id,
            AzureNames.USAGE_FETCHES,
            UsageQueues.LETTER,
            null,
            null,
            "the source is down",
            5,
            Instant.EPOCH));
    assertThat(letters.list(10)).map(DeadLetter::reason).containsExactly("the source is down");

    assertThat(letters.replay(List.of(id))).isEqualTo(1);

    assertThat(messages(AzureNames.USAGE_FETCHES)).containsExactly("{\"a\":1}");
    assertThat(photos.receiveMessage()).isNull();
    assertThat(letters.size()).isZero();
  }

  @Test
  void sendsAnEventThatNeverCameToTheQueueOfReports() {
    container
        .getBlobClient("topic/USAGE-REPORTS/2026/3/1/10/x.json")
        .upload(BinaryData.fromString(RAW_REPORT));

    assertThat(letters.replayAll()).isEqualTo(1);

    assertThat(messages(AzureNames.USAGE_REPORTS))
        .singleElement()
        .asString()
        .contains("newdailyusage/blobs/x-usage.json");
    assertThat(photos.receiveMessage()).isNull();
    assertThat(letters.size()).isZero();
  }

  private List<String> messages(String queue) {
    return azurite.queues().getQueueClient(queue).receiveMessages(32).stream()
        .map(QueueMessageItem::getBody)
        .map(BinaryData::toString)
        .toList();
  }

  /** No passage has a part in this. */
  private static PassageRegistry untouched() {
    return (PassageRegistry)
        Proxy.newProxyInstance(
            PassageRegistry.class.getClassLoader(),
            new Class<?>[] {PassageRegistry.class},
            (proxy, method, arguments) -> {
              throw new AssertionError(method + " of no passage");
            });
  }
}
