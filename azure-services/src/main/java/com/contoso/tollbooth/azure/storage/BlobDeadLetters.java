package com.contoso.tollbooth.azure.storage;

import com.azure.core.util.BinaryData;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.models.BlobItem;
import com.azure.storage.blob.models.BlobRequestConditions;
import com.azure.storage.blob.models.BlobStorageException;
import com.contoso.tollbooth.azure.AzureNames;
import com.contoso.tollbooth.plate.PassageClosed;
import com.contoso.tollbooth.plate.PassageId;
import com.contoso.tollbooth.plate.PhotoUploaded;
import com.contoso.tollbooth.plate.PlateAccepted;
import com.contoso.tollbooth.plate.PlateEvent;
import com.contoso.tollbooth.plate.PlateEvents;
import com.contoso.tollbooth.plate.ReviewRequired;
import com.contoso.tollbooth.reconciliation.DeadLetter;
import com.contoso.tollbooth.reconciliation.DeadLetters;
import com.contoso.tollbooth.registry.PassageRegistry;
import com.contoso.tollbooth.usage.UsageFolder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Dead letters as blobs: this host's own, and those that Event Grid writes, each an array with the
 * undelivered event. A letter's id is its blob's name.
 */
public final class BlobDeadLetters implements DeadLetters {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final BlobContainerClient container;
  private static final String RAW_REPORTS =
      "/blobServices/default/containers/" + UsageFolder.NEW_DAILY_USAGE.folder() + "/";

  private final PhotoQueue queue;
  private final UsageQueues usage;
  private final PassageRegistry registry;
  private final PlateEvents events;

  public BlobDeadLetters(
      BlobContainerClient container,
      PhotoQueue queue,
      UsageQueues usage,
      PassageRegistry registry,
      PlateEvents events) {
    this.container = container;
    this.queue = queue;
    this.usage = usage;
    this.registry = registry;
    this.events = events;
  }

  /**
   * Keeps a message that cannot be processed and marks its passage failed, in this order, so that a
   * crash between the two is mended by the same message again. The same message again replaces its
   * letter.
   */
  public void bury(String message, DeadLetter letter) {
    ObjectNode kept = JSON.valueToTree(letter);
    kept.put("message", message);
    container
        .getBlobClient(letter.id())
        .upload(BinaryData.fromString(JSON.writeValueAsString(kept)), true);
    PassageId passage = letter.passage();
    if (passage != null) {
      registry.fail(passage, letter.reason());
    }
  }

  /**
   * The id of a letter.
   *
   * @param folder where letters of this kind lie
   * @param passage whose letter it is; a message that names none has an id by its content
   */
  public static String idFor(String folder, @Nullable PassageId passage, String message) {
    String name = passage == null ? "unknown-" + contentHash(message) : passage.value();
    return folder + "/" + name + ".json";
  }

  private static String contentHash(String message) {
    byte[] hash = Digests.sha256().digest(message.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, 16);
  }

  @Override
  public long size() {
    return blobs().count();
  }

  @Override
  public List<DeadLetter> list(int limit) {
    return blobs()
        .sorted(
            Comparator.comparing((BlobItem blob) -> blob.getProperties().getLastModified())
                .reversed())
        .limit(limit)
        .flatMap(blob -> read(blob.getName()).stream())
        .map(Kept::letter)
        .toList();
  }

  private java.util.stream.Stream<BlobItem> blobs() {
    return StreamSupport.stream(container.listBlobs().spliterator(), false);
  }

  @Override
  public int replay(List<String> ids) {
    return (int)
        ids.stream()
            .flatMap(id -> read(id).stream())
            .filter(Kept::canBeSent)
            .filter(this::sendAgain)
            .count();
  }

  @Override
  public int replayAll() {
    return replay(blobs().map(BlobItem::getName).toList());
  }

  /** The letter goes last: a crash before that sends its message once more, which is harmless. */
  private boolean sendAgain(Kept kept) {
    PassageId passage = kept.letter().passage();
    String usageQueue = kept.usageQueue();
    if (usageQueue != null) {
      usage.again(usageQueue, kept.message());
    } else if (kept.event() == null) {
      if (passage != null) {
        registry.retry(passage);
      }
      queue.send(kept.message(), Duration.ZERO);
    } else {
      events.publish(kept.event());
    }
    container
        .getBlobClient(kept.letter().id())
        .deleteIfExistsWithResponse(
            null, new BlobRequestConditions().setIfMatch(kept.etag()), null, null);
    return true;
  }

  private Optional<Kept> read(String id) {
    try {
      var blob = container.getBlobClient(id);
      String etag = blob.getProperties().getETag();
      JsonNode content = JSON.readTree(blob.downloadContent().toString());
      return Optional.of(
          content.isArray() ? eventGrids(id, etag, content.path(0)) : own(etag, content));
    } catch (BlobStorageException e) {
      if (e.getStatusCode() == 404) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static Kept own(String etag, JsonNode content) {
    ObjectNode letter = ((ObjectNode) content).deepCopy();
    String message = letter.remove("message").asString();
    DeadLetter kept = JSON.treeToValue(letter, DeadLetter.class);
    PlateEvent event = kept.type().equals(PhotoUploaded.TYPE) ? null : plateEvent(message);
    String usageQueue = kept.type().equals(UsageQueues.LETTER) ? kept.subscriber() : null;
    return new Kept(kept, etag, message, event, usageQueue);
  }

  /** A letter of Event Grid names the subscription as a folder of its blob. */
  private static Kept eventGrids(String id, String etag, JsonNode content) {
    String[] folders = id.split("/", -1);
    String type = content.path("type").asString(content.path("eventType").asString(""));
    PlateEvent event = plateEvent(type, content.path("data"));
    var letter =
        new DeadLetter(
            id,
            folders.length > 1 ? folders[1] : "",
            type,
            event == null ? null : event.passage().id(),
            event == null ? null : event.passage().photo().value(),
            reason(content),
            said(content, "deliveryattempts", "deliveryAttempts").asInt(0),
            Optional.ofNullable(
                    said(content, "lastdeliveryattempttime", "lastDeliveryAttemptTime")
                        .asString(null))
                .map(Instant::parse)
                .orElse(Instant.EPOCH));
    boolean rawReport = content.path("subject").asString("").startsWith(RAW_REPORTS);
    return new Kept(
        letter,
        etag,
        JSON.writeValueAsString(content),
        event,
        rawReport ? AzureNames.USAGE_REPORTS : null);
  }

  private static String reason(JsonNode content) {
    String reason = said(content, "deadletterreason", "deadLetterReason").asString("undelivered");
    String outcome = said(content, "lastdeliveryoutcome", "lastDeliveryOutcome").asString("");
    return outcome.isEmpty() ? reason : reason + ": " + outcome;
  }

  /** The CloudEvents schema writes attribute names small, the Event Grid schema does not. */
  private static JsonNode said(JsonNode content, String name, String otherName) {
    return content.has(name) ? content.path(name) : content.path(otherName);
  }

  private static @Nullable PlateEvent plateEvent(String message) {
    try {
      JsonNode event = JSON.readTree(message);
      return plateEvent(event.path("type").asString(""), event.path("data"));
    } catch (JacksonException e) {
      return null;
    }
  }

  private static @Nullable PlateEvent plateEvent(String type, JsonNode data) {
    Class<? extends PlateEvent> fact =
        switch (type) {
          case PlateAccepted.TYPE -> PlateAccepted.class;
          case ReviewRequired.TYPE -> ReviewRequired.class;
          case PassageClosed.TYPE -> PassageClosed.class;
          default -> null;
        };
    try {
      return fact == null ? null : Objects.requireNonNull(JSON.treeToValue(data, fact));
    } catch (JacksonException e) {
      return null;
    }
  }

  /**
   * A letter with what it takes to send it again: its event, or its message.
   *
   * @param usageQueue where the message goes if it is the usage pipeline's; another is of a photo
   */
  private record Kept(
      DeadLetter letter,
      String etag,
      String message,
      @Nullable PlateEvent event,
      @Nullable String usageQueue) {

    /** A fact that nobody can read stays until somebody looks at it. */
    boolean canBeSent() {
      return event != null
          || usageQueue != null
          || letter.type().equals(PhotoUploaded.TYPE)
          || letter.type().startsWith("Microsoft.Storage.");
    }
  }
}
