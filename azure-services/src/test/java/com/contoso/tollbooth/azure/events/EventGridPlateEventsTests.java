package com.contoso.tollbooth.azure.events;

import static com.contoso.tollbooth.plate.SamplePassages.accepted;
import static com.contoso.tollbooth.plate.SamplePassages.doubtful;
import static com.contoso.tollbooth.plate.SamplePassages.passage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.credential.AzureKeyCredential;
import com.azure.core.exception.HttpResponseException;
import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.RetryOptions;
import com.azure.messaging.eventgrid.EventGridPublisherClientBuilder;
import com.contoso.tollbooth.azure.testkit.Emulator.Fault;
import com.contoso.tollbooth.azure.testkit.EventGridEmulator;
import com.contoso.tollbooth.plate.PlateAccepted;
import com.contoso.tollbooth.plate.ReviewRequired;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EventGridPlateEventsTests {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:01Z");
  private final EventGridEmulator topic = new EventGridEmulator();

  @AfterEach
  void close() {
    topic.close();
  }

  private EventGridPlateEvents events(String key) {
    return new EventGridPlateEvents(
        new EventGridPublisherClientBuilder()
            .endpoint(topic.endpoint())
            .credential(new AzureKeyCredential(key))
            .retryOptions(new RetryOptions(new FixedDelayOptions(1, Duration.ofMillis(1))))
            .buildCloudEventPublisherClient(),
        () -> NOW);
  }

  @Test
  void tellsAFactWholeUnderItsTypeAndId() {
    events(EventGridEmulator.KEY).publish(accepted(1));
    events(EventGridEmulator.KEY).publish(doubtful(2));

    JsonNode first = topic.published().getFirst();
    assertThat(first.path("type").asString()).isEqualTo(PlateAccepted.TYPE);
    assertThat(first.path("id").asString()).isEqualTo(accepted(1).id());
    assertThat(first.path("subject").asString()).isEqualTo(passage(1).id().value());
    assertThat(first.path("time").asString()).isEqualTo("2026-03-01T10:00:01Z");
    assertThat(JsonMapper.shared().treeToValue(first.path("data"), PlateAccepted.class))
        .isEqualTo(accepted(1));
    assertThat(
            JsonMapper.shared()
                .treeToValue(topic.published().getLast().path("data"), ReviewRequired.class))
        .isEqualTo(doubtful(2));
  }

  @Test
  void failsItsMessageWhenTheTopicRefuses() {
    assertThatThrownBy(() -> events("wrong").publish(accepted(1)))
        .isInstanceOf(HttpResponseException.class);
    assertThat(topic.published()).isEmpty();
  }

  @Test
  void triesAgainWhenTheTopicIsBusyForAMoment() {
    topic.order(new Fault.Status(503));

    events(EventGridEmulator.KEY).publish(accepted(1));

    assertThat(topic.published()).hasSize(1);
  }

  @Test
  void tellsNothingOfAPlateOutsideTheData() {
    events(EventGridEmulator.KEY).publish(accepted(1));

    JsonNode event = topic.published().getFirst();
    String plate = accepted(1).plate().text();
    event
        .properties()
        .forEach(
            property -> {
              if (!property.getKey().equals("data")) {
                assertThat(property.getValue().toString()).doesNotContain(plate);
              }
            });
  }
}
