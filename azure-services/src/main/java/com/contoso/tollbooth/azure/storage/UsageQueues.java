package com.contoso.tollbooth.azure.storage;

import com.azure.core.util.Context;
import com.azure.storage.queue.QueueClient;
import com.azure.storage.queue.QueueServiceClient;
import com.contoso.tollbooth.azure.AzureNames;
import com.contoso.tollbooth.usage.DayFile;
import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.RunDays;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The queues of the usage pipeline. Their messages never expire. */
public final class UsageQueues {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration NEVER = Duration.ofSeconds(-1);

  private final QueueClient fetches;
  private final QueueClient days;

  public UsageQueues(QueueServiceClient queues) {
    fetches = queues.getQueueClient(AzureNames.USAGE_FETCHES);
    days = queues.getQueueClient(AzureNames.USAGE_DAYS);
  }

  /** A day to be processed, or, without one, a look whether all of them are. */
  public record DayMessage(RunDays run, @Nullable DayFile day) {}

  public void send(Fetch fetch) {
    send(fetches, fetch, Duration.ZERO);
  }

  public void send(DayMessage message, Duration delay) {
    send(days, message, delay);
  }

  public static Fetch fetch(String message) {
    return JSON.readValue(message, Fetch.class);
  }

  public static DayMessage day(String message) {
    return JSON.readValue(message, DayMessage.class);
  }

  private static void send(QueueClient queue, Object message, Duration delay) {
    queue.sendMessageWithResponse(
        JSON.writeValueAsString(message), delay, NEVER, null, Context.NONE);
  }
}
