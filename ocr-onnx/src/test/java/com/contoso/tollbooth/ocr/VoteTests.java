package com.contoso.tollbooth.ocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.contoso.tollbooth.plate.ReadCharacter;
import java.util.List;
import org.junit.jupiter.api.Test;

class VoteTests {
  private static final int SLOTS = Alphabet.CHARACTERS.length() + 1;

  @Test
  void sumsTheProbabilityOverAllAlignments() {
    CharacterGrid grid = grid(step('A', 0.6), step('A', 0.5));

    // A then A, A then nothing, nothing then A
    assertThat(Math.exp(grid.logProbability("A")))
        .isCloseTo(0.6 * 0.5 + 0.6 * 0.5 + 0.4 * 0.5, within(1e-9));
  }

  @Test
  void needsANothingBetweenTwoOfTheSameCharacter() {
    assertThat(grid(step('A', 1), step('A', 1)).logProbability("AA"))
        .isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(grid(step('A', 1), step('A', 0), step('A', 1)).logProbability("AA"))
        .isCloseTo(0, within(1e-9));
  }

  @Test
  void followsTheMoreProbableSumAndTellsTheRival() {
    CharacterGrid clear = grid(step('B', 0.9), step('1', 0.9));
    CharacterGrid doubtful = grid(step('8', 0.6), step('1', 0.9));
    doubtful.steps()[0][1 + Alphabet.CHARACTERS.indexOf('B')] = 0.3;

    Vote vote = Vote.among(List.of(clear, doubtful));

    assertThat(vote.text()).isEqualTo("B1");
    assertThat(vote.characters(List.of(clear, doubtful)).getFirst().rivals())
        .extracting(ReadCharacter.Rival::value)
        .containsExactly('8');
  }

  @Test
  void givesNoVoterAVeto() {
    CharacterGrid sure = grid(step('A', 0.99), step('1', 0.99));
    CharacterGrid blind = grid(step('Z', 1), step('Z', 1));

    assertThat(Vote.among(List.of(sure, sure, blind)).text()).isEqualTo("A1");
  }

  private static CharacterGrid grid(double[]... steps) {
    return new CharacterGrid(steps, new char[steps.length]);
  }

  private static double[] step(char value, double probability) {
    double[] step = new double[SLOTS];
    step[0] = 1 - probability;
    step[1 + Alphabet.CHARACTERS.indexOf(value)] = probability;
    return step;
  }
}
