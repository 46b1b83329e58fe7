package com.contoso.tollbooth.azure.events;

import static com.contoso.tollbooth.plate.SamplePassages.accepted;
import static com.contoso.tollbooth.plate.SamplePassages.doubtful;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contoso.tollbooth.plate.PlateAccepted;
import com.contoso.tollbooth.plate.PlateEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class FactsTests {
  private final List<PlateEvent> told = new ArrayList<>();
  private final List<String> kept = new ArrayList<>();
  private final Facts facts =
      new Facts((undelivered, reason) -> kept.add(undelivered.subscriber() + ": " + reason));

  private static String event(PlateEvent fact) {
    return "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/tollbooth\",\"type\":\"%s\",\"data\":%s}"
        .formatted(fact.type(), JsonMapper.shared().writeValueAsString(fact));
  }

  private void tell(String event) {
    facts.tell("savePlate", event, PlateAccepted.class, PlateAccepted.TYPE, told::add);
  }

  @Test
  void handsAFactToItsSubscriber() {
    tell(event(accepted(1)));
    tell("[" + event(accepted(2)) + "]");

    assertThat(told).containsExactly(accepted(1), accepted(2));
    assertThat(kept).isEmpty();
  }

  @Test
  void keepsAFactOfAnotherTypeApart() {
    tell(event(doubtful(1)));

    assertThat(told).isEmpty();
    assertThat(kept)
        .containsExactly(
            "savePlate: malformed: it is of type 'TollBooth.ReviewRequired', not TollBooth.PlateAccepted");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no event",
        "[]",
        "{}",
        "{\"type\":\"TollBooth.PlateAccepted\"}",
        "{\"type\":\"TollBooth.PlateAccepted\",\"data\":{\"plate\":\"SECRET1\"}}"
      })
  void keepsWhatNobodyCanReadApartAndTellsNoPlate(String event) {
    tell(event);

    assertThat(told).isEmpty();
    assertThat(kept).singleElement().asString().doesNotContain("SECRET1");
  }

  @Test
  void keepsAMegabyteApart() {
    tell("x".repeat(1_000_000));

    assertThat(kept).hasSize(1);
  }

  @Test
  void failsTheDeliveryWhenItsSubscriberFails() {
    assertThatThrownBy(
            () ->
                facts.tell(
                    "savePlate",
                    event(accepted(1)),
                    PlateAccepted.class,
                    PlateAccepted.TYPE,
                    plate -> {
                      throw new IllegalStateException("the store is down");
                    }))
        .hasMessage("the store is down");
    assertThat(kept).isEmpty();
  }
}
