package com.contoso.tollbooth.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTests {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-02-20T06:00:00Z"));

  @ParameterizedTest
  @CsvSource({
    "7,PT7S",
    "0,PT0S",
    "'Fri, 20 Feb 2026 06:01:30 GMT',PT1M30S",
    "'Fri, 20 Feb 2026 05:00:00 GMT',PT0S",
    "999999999,PT24H",
    "soon,",
    "-3,",
    "'',",
  })
  void secondsAndDatesAreUnderstood(String value, Duration wait) {
    var headers = HttpHeaders.of(Map.of("Retry-After", List.of(value)), (name, any) -> true);
    assertThat(RetryAfter.of(headers, CLOCK)).isEqualTo(wait);
  }
}
