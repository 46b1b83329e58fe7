package com.contoso.tollbooth.ocr;

import com.contoso.tollbooth.plate.Confidence;
import com.contoso.tollbooth.plate.ReadCharacter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Several readings of the same ink agree on one text: the one whose logarithmic probabilities, none
 * counted below a floor so that no voter has a veto, are greatest in sum.
 */
record Vote(String text, Confidence confidence) {
  private static final double FLOOR = -4;
  private static final double WORTH_TELLING = 0.01;

  static Vote among(List<CharacterGrid> voters) {
    Set<String> texts = new LinkedHashSet<>();
    for (CharacterGrid voter : voters) {
      texts.add(voter.greedy());
    }
    Vote best =
        texts.stream()
            .map(text -> new Vote(text, confidence(text, voters)))
            .max(Comparator.comparing(Vote::confidence))
            .orElseThrow();
    return best.improved(voters);
  }

  /** A text none of them read whole, but of whose characters each was read by some. */
  private Vote improved(List<CharacterGrid> voters) {
    Vote best = this;
    for (int i = 0; i < text.length(); i++) {
      Set<Character> read = new LinkedHashSet<>();
      for (CharacterGrid voter : voters) {
        String other = voter.greedy();
        if (other.length() == text.length()) {
          read.add(other.charAt(i));
        }
      }
      for (char c : read) {
        String other = best.text.substring(0, i) + c + best.text.substring(i + 1);
        Vote vote = new Vote(other, confidence(other, voters));
        best = vote.confidence.compareTo(best.confidence) > 0 ? vote : best;
      }
    }
    return best;
  }

  private static Confidence confidence(String text, List<CharacterGrid> voters) {
    double sum = 0;
    for (CharacterGrid voter : voters) {
      sum += Math.max(FLOOR, voter.logProbability(text));
    }
    return new Confidence(Math.clamp(Math.exp(sum / voters.size()), 0, 1));
  }

  /** Each character with what else its ink might be, as the voters see it on average. */
  List<ReadCharacter> characters(List<CharacterGrid> voters) {
    List<ReadCharacter> characters = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      characters.add(character(i, voters));
    }
    return characters;
  }

  private ReadCharacter character(int index, List<CharacterGrid> voters) {
    int size = Alphabet.CHARACTERS.length();
    double[] mean = new double[size];
    for (CharacterGrid voter : voters) {
      double[] here = new double[size];
      double sum = 1e-12;
      for (int c = 0; c < size; c++) {
        here[c] = Math.exp(voter.logProbability(replaced(index, c)));
        sum += here[c];
      }
      for (int c = 0; c < size; c++) {
        mean[c] += here[c] / sum / voters.size();
      }
    }
    List<ReadCharacter.Rival> rivals = new ArrayList<>();
    for (int c = 0; c < size; c++) {
      char value = Alphabet.CHARACTERS.charAt(c);
      if (mean[c] >= WORTH_TELLING && value != text.charAt(index)) {
        rivals.add(new ReadCharacter.Rival(value, new Confidence(Math.min(1, mean[c]))));
      }
    }
    rivals.sort(Comparator.comparing(ReadCharacter.Rival::confidence).reversed());
    double own = mean[Alphabet.CHARACTERS.indexOf(text.charAt(index))];
    return new ReadCharacter(text.charAt(index), new Confidence(Math.min(1, own)), rivals);
  }

  private String replaced(int index, int c) {
    return text.substring(0, index) + Alphabet.CHARACTERS.charAt(c) + text.substring(index + 1);
  }
}
