package com.contoso.tollbooth.billing;

import static com.contoso.tollbooth.plate.SamplePassages.accepted;
import static com.contoso.tollbooth.plate.SamplePassages.passage;
import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.plate.PassageId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every billing ledger promises; how a plate gets into it is the registry's. */
public abstract class BillablePlatesContract {
  private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");

  protected abstract BillablePlates plates();

  /** Records {@code accepted(number)} as billable while the clock shows {@code at}. */
  protected abstract void record(int number, Instant at);

  /** Returns when a window that is closed now takes in all that was recorded before. */
  protected void settleDown() {}

  @Test
  void putsAPlateIntoTheWindowInWhichItWasRecorded() {
    record(1, TEN.plusSeconds(1));
    ExportWindow first = plates().closeWindow(TEN.plusSeconds(60)).orElseThrow();
    record(2, TEN.plusSeconds(61));
    ExportWindow second = plates().closeWindow(TEN.plusSeconds(120)).orElseThrow();

    assertThat(numbersIn(first)).containsExactly(passage(1).id());
    assertThat(numbersIn(second)).containsExactly(passage(2).id());
    assertThat(second.from()).isEqualTo(first.to());
  }

  @Test
  void keepsAllThatBillingGets() {
    record(1, TEN);
    ExportWindow window = plates().closeWindow(TEN.plusSeconds(1)).orElseThrow();

    var accepted = accepted(1);
    assertThat(plates().page(window, null, 10))
        .containsExactly(
            new BillablePlate(
                accepted.passage().id(),
                accepted.passage().booth(),
                accepted.passage().capturedAt().at(),
                accepted.plate(),
                accepted.jurisdiction(),
                accepted.confidence(),
                accepted.source()));
  }

  @Test
  void entersAPlateOnce() {
    record(1, TEN);
    record(1, TEN.plusSeconds(5));

    ExportWindow window = plates().closeWindow(TEN.plusSeconds(10)).orElseThrow();
    assertThat(numbersIn(window)).hasSize(1);
  }

  @Test
  void losesNothingWhenTheClockJumpsBack() {
    record(1, TEN.plusSeconds(100));
    ExportWindow first = plates().closeWindow(TEN.plusSeconds(200)).orElseThrow();
    record(2, TEN.minusSeconds(5000));
    Optional<ExportWindow> second = plates().closeWindow(TEN.minusSeconds(4000));

    assertThat(numbersIn(first)).containsExactly(passage(1).id());
    assertThat(second).isPresent();
    assertThat(numbersIn(second.orElseThrow())).containsExactly(passage(2).id());
  }

  @Test
  void takesInAPlateRecordedAtTheVeryMomentOfClosing() {
    record(1, TEN);
    ExportWindow window = plates().closeWindow(TEN).orElseThrow();

    assertThat(numbersIn(window)).containsExactly(passage(1).id());
  }

  @Test
  void closesNothingTwice() {
    record(1, TEN);
    assertThat(plates().closeWindow(TEN.plusSeconds(1))).isPresent();
    assertThat(plates().closeWindow(TEN.plusSeconds(1))).isEmpty();
  }

  @Test
  void pagesWithoutGapAndTheSameEachTime() {
    IntStream.rangeClosed(1, 7).forEach(n -> record(n, TEN.plusSeconds(n)));
    ExportWindow window = plates().closeWindow(TEN.plusSeconds(60)).orElseThrow();
    record(8, TEN.plusSeconds(70));

    List<PassageId> read = new ArrayList<>();
    List<BillablePlate> page = plates().page(window, null, 3);
    while (!page.isEmpty()) {
      PassageId last = page.getLast().passage();
      page.forEach(plate -> read.add(plate.passage()));
      assertThat(plates().page(window, last, 3)).isEqualTo(plates().page(window, last, 3));
      page = plates().page(window, last, 3);
    }
    assertThat(read)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, 7).mapToObj(n -> passage(n).id()).toList());
  }

  @Test
  void forgetsAWindowThatIsSettled() {
    record(1, TEN);
    ExportWindow window = plates().closeWindow(TEN.plusSeconds(1)).orElseThrow();
    assertThat(plates().unsettled()).containsExactly(window);

    plates().settle(window, 1);
    plates().settle(window, 1);

    assertThat(plates().unsettled()).isEmpty();
    assertThat(numbersIn(window)).hasSize(1);
  }

  @Test
  void putsEachPlateIntoOneWindowWhoeverWritesWhileItCloses() throws Exception {
    int writers = 4;
    int each = 25;
    try (var threads = Executors.newFixedThreadPool(writers + 1)) {
      Stream<Callable<Boolean>> writing =
          IntStream.range(0, writers)
              .mapToObj(
                  writer ->
                      () -> {
                        IntStream.range(0, each)
                            .forEach(n -> record(writer * each + n, Instant.now()));
                        return true;
                      });
      Callable<Boolean> closing =
          () -> {
            for (int i = 0; i < 20; i++) {
              plates().closeWindow(millis(Instant.now()));
            }
            return true;
          };
      for (var done : threads.invokeAll(Stream.concat(writing, Stream.of(closing)).toList())) {
        done.get();
      }
    }
    settleDown();
    plates().closeWindow(millis(Instant.now()));

    List<ExportWindow> windows = plates().unsettled();
    assertThat(windows.stream().flatMap(window -> numbersIn(window).stream()))
        .hasSize(writers * each)
        .doesNotHaveDuplicates();
    for (int i = 1; i < windows.size(); i++) {
      assertThat(windows.get(i).from()).isEqualTo(windows.get(i - 1).to());
    }
  }

  private static Instant millis(Instant instant) {
    return Instant.ofEpochMilli(instant.toEpochMilli());
  }

  private List<PassageId> numbersIn(ExportWindow window) {
    return plates().page(window, null, 1000).stream().map(BillablePlate::passage).toList();
  }
}
