package com.contoso.tollbooth.azure.cosmos;

import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.billing.Condition;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CosmosConditionsTests {
  private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");
  private final TestDatabase database = new TestDatabase();
  private final CosmosConditions conditions = new CosmosConditions(database.store);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void lastFromTheirFirstBeginningToTheirEnd() {
    assertThat(conditions.lasting()).isEmpty();

    conditions.begin(Condition.NO_DATA, TEN);
    conditions.begin(Condition.NO_DATA, TEN.plusSeconds(60));
    conditions.begin(Condition.EXPORT_FAILED, TEN);
    assertThat(conditions.lasting())
        .isEqualTo(Map.of(Condition.NO_DATA, TEN, Condition.EXPORT_FAILED, TEN));

    conditions.end(Condition.NO_DATA);
    conditions.end(Condition.NO_DATA);
    assertThat(conditions.lasting()).isEqualTo(Map.of(Condition.EXPORT_FAILED, TEN));
  }
}
