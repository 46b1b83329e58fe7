package com.contoso.tollbooth.azure.storage;

import com.azure.core.util.Context;
import com.azure.storage.queue.QueueClient;
import com.contoso.tollbooth.plate.PhotoUploaded;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The queue of photos to read. Its messages never expire. */
public final class PhotoQueue {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration NEVER = Duration.ofSeconds(-1);

  private final QueueClient queue;
  private final InstantSource clock;

  public PhotoQueue(QueueClient queue, InstantSource clock) {
    this.queue = queue;
    this.clock = clock;
  }

  /** Keeps a message that becomes visible after a while: at most 7 days, as the service allows. */
  public void send(String message, Duration delay) {
    queue.sendMessageWithResponse(message, delay, NEVER, null, Context.NONE);
  }

  /** Keeps the fact that a photo has arrived. */
  public void send(PhotoUploaded photo, Duration delay) {
    send(
        JSON.writeValueAsString(
            Map.of(
                "specversion",
                "1.0",
                "id",
                photo.passage() + "/" + PhotoUploaded.TYPE,
                "source",
                "/tollbooth",
                "type",
                PhotoUploaded.TYPE,
                "subject",
                photo.passage().value(),
                "time",
                clock.instant().toString(),
                "datacontenttype",
                "application/json",
                "data",
                photo)),
        delay);
  }

  /**
   * Whether no message waits, visible or not; the service's count is never lower than the truth.
   */
  public boolean isEmpty() {
    return queue.getProperties().getApproximateMessagesCountLong() == 0;
  }
}
