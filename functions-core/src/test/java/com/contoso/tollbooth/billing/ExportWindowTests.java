package com.contoso.tollbooth.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ExportWindowTests {
  private static final Instant FROM = Instant.parse("2026-03-01T10:00:00Z");

  @Test
  void hasANameThatLeadsBackToIt() {
    var window = new ExportWindow(FROM, FROM.plusMillis(3_600_123));

    assertThat(window.name()).isEqualTo("20260301T100000000Z-20260301T110000123Z");
    assertThat(ExportWindow.named(window.name())).isEqualTo(window);
  }

  @Test
  void isNeverEmptyNorFinerThanItsName() {
    assertThatThrownBy(() -> new ExportWindow(FROM, FROM))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ExportWindow(FROM, FROM.plusNanos(1_000_001)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
