package com.contoso.tollbooth.usage.chargeback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contoso.tollbooth.usage.FinanceFiles;
import com.contoso.tollbooth.usage.MemoryFinanceFiles;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChargebackRulesTests {
  private static final Instant NINE = Instant.parse("2026-02-01T09:00:00Z");
  private static final Instant TEN = Instant.parse("2026-02-01T10:00:00Z");

  private final FinanceFiles files = new MemoryFinanceFiles();

  /** New ones each time: what counts is in the files. */
  private ChargebackRules rules() {
    return new ChargebackRules(files);
  }

  @Test
  void knowsNothingAtFirst() {
    assertThat(rules().current()).isEmpty();
    assertThat(rules().find(1)).isEmpty();
    assertThat(rules().history()).isEmpty();
  }

  @Test
  void aProposalIsNotCurrentUntilItIsApplied() {
    RulesVersion first = rules().propose("rules: []\n", "anna", NINE);

    assertThat(first).isEqualTo(new RulesVersion(1, "rules: []\n", "anna", NINE));
    assertThat(rules().current()).isEmpty();
    rules().apply(1, "ben", TEN);
    assertThat(rules().current()).contains(first);
  }

  @Test
  void theNewestTextAgainIsTheSameVersion() {
    rules().propose("rules: []\n", "anna", NINE);
    rules().propose("rules: []\n", "ben", TEN);

    assertThat(rules().history())
        .containsExactly(new RulesEvent(1, RulesEvent.Kind.PROPOSED, "anna", NINE));
  }

  @Test
  void anEarlierTextMayBeProposedAnew() {
    rules().propose("a", "anna", NINE);
    rules().propose("b", "anna", NINE);

    assertThat(rules().propose("a", "anna", TEN).number()).isEqualTo(3);
    assertThat(rules().find(1)).contains(new RulesVersion(1, "a", "anna", NINE));
  }

  @Test
  void goesBackToAnEarlierVersionAndTellsWhoDidWhatNewestFirst() {
    rules().propose("a", "anna", NINE);
    rules().propose("ü\r\nb", "ben", NINE);
    rules().apply(2, "anna", NINE);
    rules().apply(2, "zoe", TEN);
    rules().apply(1, "ben", TEN);

    assertThat(rules().current()).map(RulesVersion::text).contains("a");
    assertThat(rules().find(2)).map(RulesVersion::text).contains("ü\r\nb");
    assertThat(rules().history())
        .containsExactly(
            new RulesEvent(1, RulesEvent.Kind.APPLIED, "ben", TEN),
            new RulesEvent(2, RulesEvent.Kind.APPLIED, "anna", NINE),
            new RulesEvent(2, RulesEvent.Kind.PROPOSED, "ben", NINE),
            new RulesEvent(1, RulesEvent.Kind.PROPOSED, "anna", NINE));
  }

  @Test
  void cannotApplyWhatIsNotThere() {
    assertThatThrownBy(() -> rules().apply(7, "anna", NINE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("7");
  }

  @Test
  void aProposalThatWasCutOffWasNeverThere() {
    rules().propose("a", "anna", NINE);
    var cutOff = new ChargebackRules(new CutOff(files));
    assertThatThrownBy(() -> cutOff.propose("b", "anna", NINE)).hasMessage("cut off");

    assertThat(rules().find(2)).isEmpty();
    assertThat(rules().propose("c", "anna", TEN).number()).isEqualTo(2);
    assertThat(rules().find(2)).map(RulesVersion::text).contains("c");
  }

  /** Ends before what was done is told. */
  private record CutOff(FinanceFiles files) implements FinanceFiles {
    @Override
    public Optional<FinanceFile> read(String name) {
      return files.read(name);
    }

    @Override
    public boolean replace(String name, @Nullable FinanceFile was, String text) {
      if (name.equals("rules.json")) {
        throw new IllegalStateException("cut off");
      }
      return files.replace(name, was, text);
    }
  }

  @Test
  void proposalsAtOnceAreVersionsOfTheirOwn() throws Exception {
    try (var threads = Executors.newFixedThreadPool(4)) {
      var tasks =
          IntStream.range(0, 20)
              .<Callable<RulesVersion>>mapToObj(
                  i -> () -> rules().propose("text " + i, "anna", NINE))
              .toList();
      for (var done : threads.invokeAll(tasks)) {
        assertThat(rules().find(done.get().number())).contains(done.get());
      }
    }

    assertThat(IntStream.rangeClosed(1, 20).mapToObj(i -> rules().find(i).orElseThrow().text()))
        .doesNotHaveDuplicates();
  }
}
