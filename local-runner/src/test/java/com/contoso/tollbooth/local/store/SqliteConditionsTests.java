package com.contoso.tollbooth.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.billing.Condition;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteConditionsTests {
  private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");

  @TempDir Path home;

  @Test
  void remembersAcrossARestartSinceWhenAConditionLasts() {
    try (var store = new TestStore(home)) {
      store.conditions.begin(Condition.NO_DATA, TEN);
      store.conditions.begin(Condition.NO_DATA, TEN.plusSeconds(60));
    }
    try (var store = new TestStore(home)) {
      assertThat(store.conditions.lasting()).containsOnlyKeys(Condition.NO_DATA);
      assertThat(store.conditions.lasting()).containsEntry(Condition.NO_DATA, TEN);
      store.conditions.end(Condition.NO_DATA);
      assertThat(store.conditions.lasting()).isEmpty();
    }
  }
}
