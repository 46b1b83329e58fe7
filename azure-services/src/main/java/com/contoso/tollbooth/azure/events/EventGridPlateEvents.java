package com.contoso.tollbooth.azure.events;

import com.azure.core.models.CloudEvent;
import com.azure.core.models.CloudEventDataFormat;
import com.azure.core.util.BinaryData;
import com.azure.messaging.eventgrid.EventGridPublisherClient;
import com.contoso.tollbooth.plate.PlateEvent;
import com.contoso.tollbooth.plate.PlateEvents;
import java.time.InstantSource;
import java.time.ZoneOffset;
import tools.jackson.databind.json.JsonMapper;

/**
 * Publishes to an Event Grid custom topic in CloudEvents 1.0. A publish that the topic refuses
 * throws, so that the message which led to it is delivered again.
 */
public final class EventGridPlateEvents implements PlateEvents {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String SOURCE = "/tollbooth";

  private final EventGridPublisherClient<CloudEvent> topic;
  private final InstantSource clock;

  public EventGridPlateEvents(EventGridPublisherClient<CloudEvent> topic, InstantSource clock) {
    this.topic = topic;
    this.clock = clock;
  }

  @Override
  public void publish(PlateEvent event) {
    topic.sendEvent(
        new CloudEvent(
                SOURCE,
                event.type(),
                BinaryData.fromString(JSON.writeValueAsString(event)),
                CloudEventDataFormat.JSON,
                "application/json")
            .setId(event.id())
            .setSubject(event.passage().id().value())
            .setTime(clock.instant().atOffset(ZoneOffset.UTC)));
  }
}
