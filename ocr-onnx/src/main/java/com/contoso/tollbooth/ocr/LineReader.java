package com.contoso.tollbooth.ocr;

import ai.onnxruntime.OrtException;
import com.contoso.tollbooth.plate.Confidence;
import com.contoso.tollbooth.plate.ReadCharacter;
import com.contoso.tollbooth.recognition.TextLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a region as a line of text: cut tightly and widely, by both recognisers, who vote. Writing
 * too long to be anything that matters is read once.
 */
final class LineReader {
  /** Along and across the line: tight, low and wide. */
  private static final double[][] OTHER_CUTS = {{1.5, 1.5}, {1.8, 0.9}, {2.2, 1.4}};

  private final TextRecognizer first;
  private final TextRecognizer second;
  private final int maxVoted;

  LineReader(TextRecognizer first, TextRecognizer second, int maxVoted) {
    this.first = first;
    this.second = second;
    this.maxVoted = maxVoted;
  }

  Optional<TextLine> read(Picture picture, Region region) throws OrtException {
    Crop tall = Crop.of(picture, region.grown(1.8, 1.5), 1.25);
    CharacterGrid leading = first.read(tall);
    int length = leading.greedy().length();
    if (length == 0) {
      return Optional.empty();
    }
    List<CharacterGrid> voters = new ArrayList<>(List.of(leading));
    if (length <= maxVoted) {
      voters.add(second.read(tall));
      for (double[] growth : OTHER_CUTS) {
        Crop crop = Crop.of(picture, region.grown(growth[0], growth[1]), 1);
        voters.add(first.read(crop));
        voters.add(second.read(crop));
      }
    }
    return Optional.of(line(voters, region.grown(1.5, 1.5), picture.scale()));
  }

  private TextLine line(List<CharacterGrid> voters, Region region, double scale) {
    Vote vote = Vote.among(voters);
    List<ReadCharacter> letters =
        vote.text().length() <= maxVoted ? vote.characters(voters) : List.of();
    var text = new StringBuilder();
    List<ReadCharacter> characters = new ArrayList<>();
    CharacterGrid leading = voters.getFirst();
    int[] ends = leading.ends(vote.text());
    int step = 0;
    for (int i = 0; i < ends.length; i++) {
      for (; step <= ends[i] && i > 0; step++) {
        char sign = leading.signs()[step];
        if (sign != 0
            && step > ends[i - 1]
            && Alphabet.isLetterOrDigit(text.charAt(text.length() - 1))) {
          text.append(sign);
          characters.add(new ReadCharacter(sign, Confidence.FULL));
        }
      }
      step = ends[i] + 1;
      text.append(vote.text().charAt(i));
      if (!letters.isEmpty()) {
        characters.add(letters.get(i));
      }
    }
    return new TextLine(
        text.toString(),
        vote.confidence(),
        letters.isEmpty() ? List.of() : characters,
        region.box(scale));
  }
}
