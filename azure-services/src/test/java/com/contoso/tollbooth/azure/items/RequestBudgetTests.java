package com.contoso.tollbooth.azure.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RequestBudgetTests {
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private Instant now = START;
  private final RequestBudget budget =
      RequestBudget.perSecond(100, () -> now, time -> now = now.plus(time));

  @Test
  void letsThroughWhatASecondBearsAndThenWaits() {
    spend(60, 60);
    spend(40, 40);
    assertThat(now).isEqualTo(START);

    spend(1, 1);

    assertThat(now).isEqualTo(START.plusSeconds(1));
  }

  @Test
  void countsWhatARequestCostAndNotWhatItWasReckonedAt() {
    spend(90, 10);
    spend(90, 10);

    assertThat(now).isEqualTo(START);
  }

  @Test
  void reckonsDearerOnceItWasTooCheap() {
    spend(20, 40);
    List<Instant> starts = new ArrayList<>();
    for (int n = 0; n < 4; n++) {
      starts.add(spend(20, 40));
    }

    assertThat(starts)
        .containsExactly(START, START.plusSeconds(1), START.plusSeconds(1), START.plusSeconds(2));
  }

  @Test
  void givesAllOfASecondToWhatCostsMore() {
    spend(10, 10);
    spend(500, 500);
    spend(1, 1);

    assertThat(now).isEqualTo(START.plusSeconds(2));
  }

  @Test
  void letsNothingThroughWhileTheServiceAsksForPatience() {
    budget.hold(Duration.ofSeconds(3));

    assertThat(spend(1, 1)).isEqualTo(START.plusSeconds(3));
  }

  @Test
  void isAsQuickAfterManyRequestsWhenNothingBoundsThem() {
    RequestBudget none = RequestBudget.unlimited();

    assertThat(CompletableFuture.runAsync(() -> spend(none, 100_000)))
        .succeedsWithin(Duration.ofSeconds(10));
  }

  @Test
  void remembersNothingWhenNothingBoundsIt() {
    RequestBudget none = RequestBudget.unlimited();

    assertThat(none.reserve(3)).isSameAs(none.reserve(5));
  }

  @Test
  void goesOnAfterTheServiceAskedForPatienceWhenNothingBoundsIt() {
    RequestBudget none = RequestBudget.unlimited();
    none.hold(Duration.ofSeconds(1));

    assertThat(CompletableFuture.runAsync(() -> spend(none, 1)))
        .succeedsWithin(Duration.ofSeconds(10));
  }

  @Test
  void bearsTenThousandRequestsASecond() {
    var wide = RequestBudget.perSecond(100_000, () -> now, time -> now = now.plus(time));

    assertThat(
            CompletableFuture.runAsync(
                () -> {
                  for (int n = 0; n < 100_000; n++) {
                    wide.reserve(1).cost(1);
                    now = now.plusNanos(100_000);
                  }
                }))
        .succeedsWithin(Duration.ofSeconds(10));
    assertThat(now).isEqualTo(START.plusSeconds(10));
  }

  private static void spend(RequestBudget budget, int requests) {
    for (int n = 0; n < requests; n++) {
      budget.reserve(3).cost(3);
    }
  }

  private Instant spend(double estimate, double cost) {
    RequestBudget.Request request = budget.reserve(estimate);
    Instant started = now;
    request.cost(cost);
    return started;
  }
}
