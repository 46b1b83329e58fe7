package com.contoso.tollbooth.azure.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contoso.tollbooth.azure.testkit.Azurite;
import com.contoso.tollbooth.billing.BillingDrop;
import com.contoso.tollbooth.billing.BillingDropContract;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BlobBillingDropTests extends BillingDropContract {
  private BlobBillingDrop drop;
  private long now = Instant.parse("2026-03-01T10:00:00Z").toEpochMilli();

  @BeforeEach
  void open() {
    drop = new BlobBillingDrop(Azurite.running().newContainer(), () -> Instant.ofEpochMilli(now++));
  }

  @Override
  protected BillingDrop drop() {
    return drop;
  }

  @Test
  void commitsNothingWhileABlockIsMissing() {
    drop.stage("plates-a.csv", 1, "c,d".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> drop.commit("plates-a.csv", 2))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("1 blocks staged, 2");
    assertThat(drop.open("plates-a.csv")).isEmpty();
  }
}
