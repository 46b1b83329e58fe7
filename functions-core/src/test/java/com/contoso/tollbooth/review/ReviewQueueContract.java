package com.contoso.tollbooth.review;

import static com.contoso.tollbooth.plate.SamplePassages.doubtful;
import static com.contoso.tollbooth.plate.SamplePassages.passage;
import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.plate.Jurisdiction;
import com.contoso.tollbooth.plate.LicensePlate;
import com.contoso.tollbooth.plate.PassageClosed.RejectCode;
import com.contoso.tollbooth.plate.PassageId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every review queue promises. */
public abstract class ReviewQueueContract {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(300);
  private static final Reviewer ANA = new Reviewer("ana");
  private static final Reviewer BEN = new Reviewer("ben");
  private static final Resolution PLATE =
      new Resolution.PlateEntered(new LicensePlate("ABC1234"), Jurisdiction.TX);

  protected abstract ReviewQueue queue();

  @Test
  void keepsATaskOnceWithAllThatOcrOffers() {
    assertThat(queue().add(doubtful(1))).isTrue();
    assertThat(queue().add(doubtful(1))).isFalse();

    assertThat(queue().size()).isEqualTo(1);
    assertThat(queue().open(10)).extracting(ReviewTask::required).containsExactly(doubtful(1));
  }

  @Test
  void lendsTheOldestTaskToOnePersonAtATime() {
    queue().add(doubtful(1));
    queue().add(doubtful(2));

    assertThat(claimed(ANA, NOW)).contains(passage(1).id());
    assertThat(claimed(BEN, NOW)).contains(passage(2).id());
    assertThat(claimed(ANA, NOW)).contains(passage(1).id());
    assertThat(claimed(new Reviewer("cas"), NOW)).isEmpty();
  }

  @Test
  void takesATaskBackWhenItsLeaseEndsOrItIsReleased() {
    queue().add(doubtful(1));
    claimed(ANA, NOW);

    assertThat(claimed(BEN, LATER)).contains(passage(1).id());
    queue().release(passage(1).id(), ANA);
    assertThat(claimed(ANA, LATER)).isEmpty();
    queue().release(passage(1).id(), BEN);
    assertThat(claimed(ANA, LATER)).contains(passage(1).id());
  }

  @Test
  void resolvesOnce() {
    queue().add(doubtful(1));
    claimed(ANA, NOW);

    assertThat(queue().resolve(passage(1).id(), ANA, PLATE, NOW))
        .isEqualTo(new ResolveOutcome.Resolved(passage(1)));
    assertThat(queue().resolve(passage(1).id(), ANA, PLATE, NOW))
        .isEqualTo(new ResolveOutcome.Resolved(passage(1)));
    assertThat(
            queue()
                .resolve(passage(1).id(), BEN, new Resolution.Rejected(RejectCode.NO_PLATE), NOW))
        .isInstanceOf(ResolveOutcome.Conflict.class);
    assertThat(queue().size()).isZero();
    assertThat(claimed(BEN, LATER)).isEmpty();
  }

  @Test
  void refusesWhoDoesNotHoldTheTask() {
    queue().add(doubtful(1));
    claimed(ANA, NOW);

    assertThat(queue().resolve(passage(1).id(), BEN, PLATE, NOW))
        .isEqualTo(new ResolveOutcome.Conflict("ana works on this photo"));
    assertThat(queue().resolve(passage(1).id(), BEN, PLATE, LATER))
        .isEqualTo(new ResolveOutcome.Resolved(passage(1)));
  }

  @Test
  void knowsNoTaskThatNeverWas() {
    assertThat(queue().resolve(passage(9).id(), ANA, PLATE, NOW))
        .isEqualTo(new ResolveOutcome.Unknown());
  }

  @Test
  void givesEightReviewersEightTasks() throws Exception {
    IntStream.rangeClosed(1, 8).forEach(n -> queue().add(doubtful(n)));
    List<Callable<Optional<PassageId>>> claims =
        IntStream.rangeClosed(1, 8)
            .mapToObj(
                n -> (Callable<Optional<PassageId>>) () -> claimed(new Reviewer("r" + n), NOW))
            .toList();

    try (var threads = Executors.newFixedThreadPool(8)) {
      assertThat(threads.invokeAll(claims))
          .extracting(Future::get)
          .extracting(Optional::orElseThrow)
          .doesNotHaveDuplicates()
          .hasSize(8);
    }
  }

  private Optional<PassageId> claimed(Reviewer reviewer, Instant now) {
    return queue()
        .claim(reviewer, now, now.plusSeconds(300))
        .map(task -> task.required().passage().id());
  }
}
