package com.contoso.tollbooth.local.store;

import static com.contoso.tollbooth.plate.SamplePassages.accepted;
import static com.contoso.tollbooth.plate.SamplePassages.passage;
import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.billing.BillablePlates;
import com.contoso.tollbooth.billing.BillablePlatesContract;
import com.contoso.tollbooth.registry.PassageState;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteBillablePlatesTests extends BillablePlatesContract {
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
  protected BillablePlates plates() {
    return store.plates;
  }

  @Override
  protected void record(int number, Instant at) {
    store.set(at);
    store.registry.accept(accepted(number));
  }

  @Test
  void makesPassagesExportedWhenTheirWindowIsSettled() {
    record(1, TEN);
    var window = store.plates.closeWindow(TEN.plusSeconds(1)).orElseThrow();
    record(2, TEN.plusSeconds(2));

    assertThat(stateOf(1)).isEqualTo(PassageState.BILLABLE);
    store.plates.settle(window, 1);

    assertThat(stateOf(1)).isEqualTo(PassageState.EXPORTED);
    assertThat(stateOf(2)).isEqualTo(PassageState.BILLABLE);
    assertThat(store.passages.counts().of(PassageState.EXPORTED)).isEqualTo(1);
    assertThat(store.passages.counts().of(PassageState.BILLABLE)).isEqualTo(1);
    assertThat(store.passages.counts().total()).isEqualTo(2);
  }

  private PassageState stateOf(int number) {
    return store.passages.find(passage(number).id()).orElseThrow().state();
  }
}
