package com.contoso.tollbooth.azure.storage;

import com.azure.core.util.Context;
import com.azure.storage.queue.QueueServiceClient;
import com.contoso.tollbooth.azure.AzureNames;
import com.contoso.tollbooth.usage.DayFile;
import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.RunDays;
import com.contoso.tollbooth.usage.UsageWork;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The queues of the usage pipeline. Their messages never expire, so no work is lost. */
public final class UsageQueues implements UsageWork {
  /** The type of a dead letter whose message was in one of them. */
  public static final String LETTER = "TollBooth.Usage";

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Set<String> NAMES =
      Set.of(AzureNames.USAGE_FETCHES, AzureNames.USAGE_REPORTS, AzureNames.USAGE_DAYS);

  private static final Duration NEVER = Duration.ofSeconds(-1);

  private final QueueServiceClient queues;

  public UsageQueues(QueueServiceClient queues) {
    this.queues = queues;
  }

  /**
   * A day to be processed, or a look whether all of a run's are.
   *
   * @param run absent if the day is applied again, which ends no run
   * @param day absent for the look
   */
  public record DayMessage(@Nullable RunDays run, @Nullable DayFile day) {
    public DayMessage {
      if (run == null && day == null) {
        throw new IllegalArgumentException("a message names a run or a day");
      }
    }

    public Fetch fetch() {
      return day == null ? Objects.requireNonNull(run).fetch() : day.fetch();
    }
  }

  @Override
  public void begin(Fetch fetch) {
    send(AzureNames.USAGE_FETCHES, JSON.writeValueAsString(fetch), Duration.ZERO);
  }

  @Override
  public void begin(DayFile day) {
    send(new DayMessage(null, day), Duration.ZERO);
  }

  /**
   * @param event that tells of a report that is stored
   */
  public void sendReport(String event) {
    send(AzureNames.USAGE_REPORTS, event, Duration.ZERO);
  }

  public void send(DayMessage message, Duration delay) {
    send(AzureNames.USAGE_DAYS, JSON.writeValueAsString(message), delay);
  }

  public static Fetch fetch(String message) {
    return JSON.readValue(message, Fetch.class);
  }

  public static DayMessage day(String message) {
    return JSON.readValue(message, DayMessage.class);
  }

  /** Sends a message that one of the queues gave up once more. */
  void again(String queue, String message) {
    if (!NAMES.contains(queue)) {
      throw new IllegalArgumentException("the usage pipeline has no queue " + queue);
    }
    send(queue, message, Duration.ZERO);
  }

  private void send(String queue, String message, Duration delay) {
    queues.getQueueClient(queue).sendMessageWithResponse(message, delay, NEVER, null, Context.NONE);
  }
}
