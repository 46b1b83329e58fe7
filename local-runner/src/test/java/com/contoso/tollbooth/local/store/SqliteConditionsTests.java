package com.contoso.tollbooth.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.billing.Condition;
import com.contoso.tollbooth.billing.Conditions;
import com.contoso.tollbooth.billing.ConditionsContract;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteConditionsTests extends ConditionsContract {
  private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");

  @TempDir Path home;
  private TestStore store;

  @BeforeEach
  void open() {
    store = new TestStore(home);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Override
  protected Conditions conditions() {
    return store.conditions;
  }

  @Test
  void areRememberedAcrossARestart() {
    store.conditions.begin(Condition.NO_DATA, TEN);
    store.close();
    store = new TestStore(home);

    assertThat(store.conditions.lasting()).containsEntry(Condition.NO_DATA, TEN);
  }
}
