package com.contoso.tollbooth.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExportScheduleTests {
  @Test
  void isDueAtEveryFullHour() {
    assertThat(next(Duration.ofHours(1), null, "2026-03-01T10:00:00Z"))
        .isEqualTo("2026-03-01T11:00:00Z");
    assertThat(next(Duration.ofHours(1), null, "2026-03-01T23:59:59.999Z"))
        .isEqualTo("2026-03-02T00:00:00Z");
  }

  @Test
  void beginsAnewAtMidnight() {
    assertThat(next(Duration.ofHours(7), null, "2026-03-01T22:00:00Z"))
        .isEqualTo("2026-03-02T00:00:00Z");
  }

  @Test
  void followsACronExpressionInUtc() {
    assertThat(next(Duration.ofHours(1), "0 15 */2 * * *", "2026-03-01T10:20:00Z"))
        .isEqualTo("2026-03-01T12:15:00Z");
  }

  @Test
  void refusesSettingsThatMeanNothing() {
    assertThatThrownBy(() -> next(Duration.ZERO, null, "2026-03-01T10:00:00Z"))
        .hasMessageContaining("tollbooth.export.interval");
    assertThatThrownBy(() -> next(Duration.ofHours(1), "hourly", "2026-03-01T10:00:00Z"))
        .hasMessageContaining("tollbooth.export.cron");
  }

  private static Instant next(Duration interval, @Nullable String cron, String now) {
    var settings = new ExportSettings(interval, cron, List.of("PassageId"), "", 10);
    return new ExportSchedule(settings).nextAfter(Instant.parse(now));
  }
}
