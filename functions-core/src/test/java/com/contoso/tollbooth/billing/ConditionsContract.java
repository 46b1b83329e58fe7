package com.contoso.tollbooth.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every keeper of lasting conditions promises. */
public abstract class ConditionsContract {
  private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");

  protected abstract Conditions conditions();

  @Test
  void lastFromTheirFirstBeginningToTheirEnd() {
    assertThat(conditions().lasting()).isEmpty();

    conditions().begin(Condition.NO_DATA, TEN);
    conditions().begin(Condition.NO_DATA, TEN.plusSeconds(60));
    conditions().begin(Condition.EXPORT_FAILED, TEN);
    assertThat(conditions().lasting())
        .isEqualTo(Map.of(Condition.NO_DATA, TEN, Condition.EXPORT_FAILED, TEN));

    conditions().end(Condition.NO_DATA);
    conditions().end(Condition.NO_DATA);
    assertThat(conditions().lasting()).isEqualTo(Map.of(Condition.EXPORT_FAILED, TEN));
  }

  @Test
  void beginAgainAfterTheirEnd() {
    conditions().begin(Condition.NO_DATA, TEN);
    conditions().end(Condition.NO_DATA);
    conditions().begin(Condition.NO_DATA, TEN.plusSeconds(60));

    assertThat(conditions().lasting()).isEqualTo(Map.of(Condition.NO_DATA, TEN.plusSeconds(60)));
  }

  @Test
  void endWithoutHavingBegun() {
    conditions().end(Condition.PARTLY_EXPORTED);

    assertThat(conditions().lasting()).isEmpty();
  }
}
