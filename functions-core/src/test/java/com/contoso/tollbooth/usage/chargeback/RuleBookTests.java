package com.contoso.tollbooth.usage.chargeback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.contoso.tollbooth.usage.Dimensions;
import com.contoso.tollbooth.usage.LedgerLine;
import com.contoso.tollbooth.usage.finance.Lines;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleBookTests {
  static final String ALL_KINDS =
      """
      rules:
        - name: own cost
          when: {tag: system=tollbooth}
          charge: TollBooth
        - name: hub
          when:
            resourceGroup: rg-hub-*
            service: [Bandwidth, VPN Gateway]
          split:
            even: [Tolling, Finance]
        - when: {subscription: sub-9}
          split: {proportional: [Tolling, Finance]}
        - when: {department: Platform}
          split: {fixed: {Tolling: 0.6, Finance: 0.4}}
        - when: {tag: {env: [prod, staging], team: "?*"}}
          charge: "{department}"
        - when: {costCenter: CC-*}
          charge: "{costCenter}"
      """;

  @Test
  void readsEveryKindOfRule() {
    RuleBook book = RuleBook.parse(ALL_KINDS);

    assertThat(book.rules())
        .extracting(RuleBook.Rule::target)
        .containsExactly(
            new Target.Named("TollBooth"),
            new Target.Even(List.of("Tolling", "Finance")),
            new Target.Proportional(List.of("Tolling", "Finance")),
            new Target.Fixed(
                Map.of("Tolling", new BigDecimal("0.6"), "Finance", new BigDecimal("0.4"))),
            new Target.Own(Condition.Field.DEPARTMENT),
            new Target.Own(Condition.Field.COST_CENTER));
    assertThat(book.rules())
        .extracting(RuleBook.Rule::name)
        .containsExactly("own cost", "hub", "rule 3", "rule 4", "rule 5", "rule 6");
  }

  @Test
  void firstRuleThatMatchesDecides() {
    Lines line = Lines.line();

    assertThat(match(line.tags(Map.of("System", "TollBooth")))).isEqualTo(0);
    assertThat(match(line.group("RG-HUB-west").service("vpn gateway"))).isEqualTo(1);
    assertThat(match(line.group("rg-hub-west").service("Storage"))).isEqualTo(5);
    assertThat(match(line.subscription("SUB-9"))).isEqualTo(2);
    assertThat(match(line.subscription("sub-9").tags(Map.of("system", "tollbooth")))).isEqualTo(0);
    assertThat(match(line.department("platform"))).isEqualTo(3);
    assertThat(match(line.tags(Map.of("env", "PROD", "team", "x")))).isEqualTo(4);
    assertThat(match(line.tags(Map.of("env", "prod", "team", "")))).isEqualTo(5);
    assertThat(match(line)).isEqualTo(5);
    assertThat(match(line.costCenter("X"))).isEqualTo(-1);
  }

  @Test
  void aRuleForTheLinesOwnCostCentreNeedsOne() {
    RuleBook book = RuleBook.parse("rules: [{charge: '{costCenter}'}]");

    assertThat(book.match(dimensions(Lines.line().costCenter(" ").costs("1")))).isEmpty();
    assertThat(book.match(dimensions(Lines.line().costs("1")))).hasValue(0);
  }

  @Test
  void matchesLiteralTextToTheLetterBesideWildcards() {
    assertThat(Glob.of("a.b(c").matches("A.B(C")).isTrue();
    assertThat(Glob.of("a.b").matches("axb")).isFalse();
    assertThat(Glob.of("rg-?").matches("rg-12")).isFalse();
    assertThat(Glob.of("*").matches("")).isTrue();
    assertThat(Glob.of("?*").matches("")).isFalse();
  }

  @Test
  void namesTheLineOfEveryFault() {
    var rejected =
        catchThrowableOfType(
            RulesRejected.class,
            () ->
                RuleBook.parse(
                    """
                    rules:
                      - name: no target
                        when: {costCenter: A}
                      - charge: A
                        split: {even: [B]}
                      - when: {colour: red}
                        charge: A
                      - split: {fixed: {A: 0.5, B: 0.4}}
                      - split: {thirds: [A, B]}
                      - split: {even: [A, A]}
                      - charge: Unallocated
                      - when: {tag: system}
                        charge: A
                      - split: {fixed: {A: half, B: 1}}
                      - chargge: A
                      - just text
                    """));

    assertThat(rejected.faults())
        .containsExactly(
            "line 2: a rule has either 'charge' or 'split'",
            "line 4: a rule has either 'charge' or 'split'",
            "line 6: 'colour' is not known; there are costCenter, department, subscription,"
                + " resourceGroup, service and tag:NAME",
            "line 8: fixed shares sum to 1, not to 0.9",
            "line 9: 'thirds' is not known; a split is even: [names], proportional: [names] or"
                + " fixed: {name: share}",
            "line 10: a split names nobody twice",
            "line 11: a cost cannot be charged to 'Unallocated'",
            "line 12: 'tag' is NAME=VALUE or a mapping of names to values",
            "line 14: a share is a decimal from 0 to 1, such as 0.25",
            "line 15: 'chargge' is not known; a rule has name, when, charge, split",
            "line 15: a rule has either 'charge' or 'split'",
            "line 16: a rule has 'when' and 'charge' or 'split'");
  }

  @Test
  void refusesWhatIsNoRulesFile() {
    assertThatThrownBy(() -> RuleBook.parse("")).hasMessageContaining("line 1: the file begins");
    assertThatThrownBy(() -> RuleBook.parse("rules: [{charge: A"))
        .isInstanceOf(RulesRejected.class)
        .hasMessageStartingWith("line 1:");
    assertThatThrownBy(() -> RuleBook.parse("rules:\n  - charge: A\n    charge: B\n"))
        .hasMessage("line 3: 'charge' stands here a second time");
    assertThatThrownBy(() -> RuleBook.parse("rules: []\nextra: 1\n"))
        .hasMessage("line 2: 'extra' is not known; there is 'rules'");
    assertThatThrownBy(() -> RuleBook.parse("rules: !!java.net.URL [x]"))
        .isInstanceOf(RulesRejected.class);
  }

  @Test
  void noRulesAreRulesToo() {
    assertThat(RuleBook.parse("rules: []").rules()).isEmpty();
  }

  private static int match(Lines line) {
    return RuleBook.parse(ALL_KINDS).match(dimensions(line.costs("1"))).orElse(-1);
  }

  private static Dimensions dimensions(LedgerLine line) {
    return Dimensions.of(line.enrollment(), line.line());
  }
}
