package com.contoso.tollbooth.usage.chargeback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link ChargebackRules} keeps to. */
public abstract class ChargebackRulesContract {
  protected static final Instant NINE = Instant.parse("2026-02-01T09:00:00Z");
  protected static final Instant TEN = Instant.parse("2026-02-01T10:00:00Z");

  /** The same versions each time. */
  protected abstract ChargebackRules rules();

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
}
