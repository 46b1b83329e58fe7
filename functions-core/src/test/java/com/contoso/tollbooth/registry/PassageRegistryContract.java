package com.contoso.tollbooth.registry;

import static com.contoso.tollbooth.plate.SamplePassages.accepted;
import static com.contoso.tollbooth.plate.SamplePassages.doubtful;
import static com.contoso.tollbooth.plate.SamplePassages.passage;
import static com.contoso.tollbooth.plate.SamplePassages.uploaded;
import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.plate.PassageClosed;
import com.contoso.tollbooth.plate.PlateAccepted.Source;
import com.contoso.tollbooth.review.ReviewQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every registry promises, with its reading side and the review queue that shares its
 * passages.
 */
public abstract class PassageRegistryContract {
  protected abstract PassageRegistry registry();

  protected abstract Passages passages();

  protected abstract ReviewQueue reviews();

  private PassageState stateOf(int number) {
    return passages().find(passage(number).id()).orElseThrow().state();
  }

  @Test
  void knowsAPhotoOnceHoweverOftenItArrives() {
    assertThat(registry().receive(uploaded(1))).isTrue();
    assertThat(registry().receive(uploaded(1))).isFalse();

    assertThat(passages().counts().total()).isEqualTo(1);
    PassageRecord record = passages().find(passage(1).id()).orElseThrow();
    assertThat(record.state()).isEqualTo(PassageState.RECEIVED);
    assertThat(record.metadata()).containsEntry("truth", "T1");
    assertThat(record.bytes()).isEqualTo(1001);
  }

  @Test
  void keepsAllOfAnAcceptance() {
    registry().receive(uploaded(1));
    assertThat(registry().accept(accepted(1))).isTrue();

    PassageRecord record = passages().find(passage(1).id()).orElseThrow();
    assertThat(record.state()).isEqualTo(PassageState.BILLABLE);
    assertThat(record.plate()).isEqualTo(accepted(1).plate());
    assertThat(record.jurisdiction()).isEqualTo(accepted(1).jurisdiction());
    assertThat(record.confidence()).isEqualTo(accepted(1).confidence());
    assertThat(record.source()).isEqualTo(Source.AUTOMATIC);
    assertThat(record.capturedAt()).isEqualTo(passage(1).capturedAt());
    assertThat(record.why()).isEqualTo("Sure enough.");
    assertThat(record.decidedAt()).isNotNull();
  }

  @Test
  void takesADecisionThatOvertakesItsArrival() {
    assertThat(registry().accept(accepted(1))).isTrue();
    assertThat(registry().receive(uploaded(1))).isFalse();

    assertThat(stateOf(1)).isEqualTo(PassageState.BILLABLE);
  }

  @Test
  void letsTheFirstDecisionStand() {
    registry().accept(accepted(1, "FIRST1", Source.AUTOMATIC));

    assertThat(registry().accept(accepted(1, "SECOND2", Source.AUTOMATIC))).isFalse();
    assertThat(registry().accept(accepted(1, "THIRD3", Source.MANUAL))).isFalse();
    assertThat(registry().close(new PassageClosed(passage(1), PassageClosed.RejectCode.NO_PLATE)))
        .isFalse();
    assertThat(reviews().add(doubtful(1))).isFalse();
    assertThat(registry().fail(passage(1).id(), "late")).isFalse();

    PassageRecord record = passages().find(passage(1).id()).orElseThrow();
    assertThat(record.plate()).isNotNull();
    assertThat(record.plate().text()).isEqualTo("FIRST1");
  }

  @Test
  void letsNoMachineDecideWhatAwaitsAPerson() {
    reviews().add(doubtful(1));

    assertThat(registry().accept(accepted(1, "ROBOT1", Source.AUTOMATIC))).isFalse();
    assertThat(registry().fail(passage(1).id(), "late")).isFalse();
    assertThat(stateOf(1)).isEqualTo(PassageState.REVIEW);

    assertThat(registry().accept(accepted(1, "HUMAN1", Source.MANUAL))).isTrue();
    assertThat(stateOf(1)).isEqualTo(PassageState.BILLABLE);
  }

  @Test
  void closesWhatAwaitsAPerson() {
    reviews().add(doubtful(1));
    var closed = new PassageClosed(passage(1), PassageClosed.RejectCode.OBSCURED);

    assertThat(registry().close(closed)).isTrue();
    assertThat(registry().close(closed)).isFalse();

    PassageRecord record = passages().find(passage(1).id()).orElseThrow();
    assertThat(record.state()).isEqualTo(PassageState.UNBILLABLE);
    assertThat(record.reason()).isEqualTo("OBSCURED");
  }

  @Test
  void failsOnlyWhatIsReceivedAndTakesItBack() {
    registry().receive(uploaded(1));

    assertThat(registry().fail(passage(1).id(), "EMPTY: no bytes")).isTrue();
    assertThat(stateOf(1)).isEqualTo(PassageState.FAILED);
    assertThat(passages().find(passage(1).id()).orElseThrow().why()).isEqualTo("EMPTY: no bytes");

    assertThat(registry().retry(passage(1).id())).isTrue();
    assertThat(registry().retry(passage(1).id())).isFalse();
    assertThat(stateOf(1)).isEqualTo(PassageState.RECEIVED);
  }

  @Test
  void takesALateDecisionOnAFailedPassage() {
    registry().receive(uploaded(1));
    registry().fail(passage(1).id(), "gave up");

    assertThat(registry().accept(accepted(1))).isTrue();
    assertThat(stateOf(1)).isEqualTo(PassageState.BILLABLE);
  }

  @Test
  void countsAddUpInEveryState() {
    IntStream.rangeClosed(1, 10).forEach(n -> registry().receive(uploaded(n)));
    registry().accept(accepted(1));
    registry().accept(accepted(2));
    reviews().add(doubtful(3));
    registry().close(new PassageClosed(passage(4), PassageClosed.RejectCode.NO_PLATE));
    registry().fail(passage(5).id(), "broken");

    PassageCounts counts = passages().counts();
    assertThat(counts.total()).isEqualTo(10);
    assertThat(counts.of(PassageState.RECEIVED)).isEqualTo(5);
    assertThat(counts.of(PassageState.BILLABLE)).isEqualTo(2);
    assertThat(counts.of(PassageState.REVIEW)).isEqualTo(1);
    assertThat(counts.of(PassageState.UNBILLABLE)).isEqualTo(1);
    assertThat(counts.of(PassageState.FAILED)).isEqualTo(1);
    assertThat(counts.of(PassageState.EXPORTED)).isZero();
  }

  @Test
  void pagesNewestFirstWithoutGapOrRepetition() {
    IntStream.rangeClosed(1, 7).forEach(n -> registry().receive(uploaded(n)));

    List<String> seen = new ArrayList<>();
    String before = null;
    do {
      PassagePage page = passages().page(new PassageQuery(null, before, 3));
      page.passages().forEach(record -> seen.add(record.photo().name()));
      before = page.next();
    } while (before != null);

    assertThat(seen)
        .containsExactly(
            "photo-7.jpg",
            "photo-6.jpg",
            "photo-5.jpg",
            "photo-4.jpg",
            "photo-3.jpg",
            "photo-2.jpg",
            "photo-1.jpg");
  }

  @Test
  void pagesOneStateOnly() {
    registry().receive(uploaded(1));
    registry().accept(accepted(2));

    assertThat(passages().page(new PassageQuery(PassageState.BILLABLE, null, 10)).passages())
        .extracting(record -> record.id())
        .containsExactly(passage(2).id());
    assertThat(passages().page(new PassageQuery(PassageState.EXPORTED, null, 10)).passages())
        .isEmpty();
  }
}
