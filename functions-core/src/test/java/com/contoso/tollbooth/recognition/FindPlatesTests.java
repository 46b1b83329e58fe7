package com.contoso.tollbooth.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.plate.Box;
import com.contoso.tollbooth.plate.Confidence;
import com.contoso.tollbooth.plate.PlateCandidate;
import com.contoso.tollbooth.plate.ReadCharacter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindPlatesTests {
  private static final Confidence SURE = new Confidence(0.95);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TEXAS",
        "Texas",
        "OKLAHOMA",
        "0KLAHOMA",
        "New Mexico",
        "NEW MEXIC0",
        "CALIFORNIA",
        "The Lone Star State",
        "Land of Enchantment",
        "NATIVE AMERICA",
        "dmv.ca.gov",
        "TOYOTA",
        "SILVERADO",
        "CHEVR0LET",
        "F-150",
        "V8",
        "HONDA",
        "2026-11-21",
        "11/21/2026",
        "14:30:05",
        "2014/05/08 14:30",
        "20140508",
        "NOV 26",
        "(512) 555-0143",
        "512-555-0143",
        "5125550143",
        "www.dealer.com",
        "SMITHMOTORSCOM",
        "FOR SALE",
        "STOP",
        "SCHOOL BUS"
      })
  void passesOverWritingThatIsNoPlate(String other) {
    assertThat(find(line(other, 100, 100, 200, 60), line("ABC1234", 100, 200, 200, 40)))
        .startsWith("ABC1234")
        .doesNotContain(Writing.of(line(other, 0, 0, 1, 1)).text());
  }

  @Test
  void findsNothingWhereThereIsNone() {
    assertThat(find()).isEmpty();
    assertThat(find(line("TEXAS", 0, 0, 100, 20), line("·", 0, 0, 5, 5))).isEmpty();
  }

  @Test
  void leavesOutSpacesAndSigns() {
    assertThat(find(line("abc·1234", 100, 100, 200, 40))).containsExactly("ABC1234");
    assertThat(find(line("HTR - 827", 100, 100, 200, 40))).containsExactly("HTR827");
  }

  @Test
  void prefersTheTallerWriting() {
    assertThat(find(line("KLM4567", 0, 0, 70, 14), line("ABC1234", 100, 100, 200, 40)))
        .containsExactly("ABC1234", "KLM4567");
  }

  @Test
  void joinsTwoPartsOnALine() {
    assertThat(find(line("ABC", 100, 100, 80, 40), line("1234", 200, 102, 100, 40)).getFirst())
        .isEqualTo("ABC1234");
  }

  @Test
  void joinsTwoPartsOneAboveTheOther() {
    assertThat(find(line("AB4", 100, 100, 120, 60), line("C789", 95, 170, 130, 60)).getFirst())
        .isEqualTo("AB4C789");
  }

  @Test
  void doesNotJoinWhatStandsApartOrDiffersInSize() {
    assertThat(find(line("ABC", 100, 100, 80, 40), line("1234", 400, 100, 100, 40)))
        .doesNotContain("ABC1234");
    assertThat(find(line("ABC", 100, 100, 80, 40), line("1234", 190, 110, 50, 15)))
        .doesNotContain("ABC1234");
  }

  @Test
  void isNoSurerOfTheWholeThanOfItsParts() {
    var weak = new TextLine("1234", new Confidence(0.4), List.of(), new Box(200, 100, 100, 40));

    PlateCandidate best = candidates(line("ABC", 100, 100, 80, 40), weak).getFirst();

    assertThat(best.confidence()).isEqualTo(new Confidence(0.4));
    assertThat(best.box()).isEqualTo(new Box(100, 100, 200, 40));
  }

  @Test
  void offersAnEmblemReadAsACharacterOnlyAsAGuess() {
    List<PlateCandidate> found = candidates(line("UH1ON2A", 0, 0, 200, 40));

    assertThat(found)
        .extracting(candidate -> candidate.plate().text())
        .contains("UH1N2A", "UH1ON2A");
    assertThat(found)
        .filteredOn(candidate -> candidate.plate().text().equals("UH1N2A"))
        .allSatisfy(guess -> assertThat(guess.confidence().value()).isLessThanOrEqualTo(0.5));
  }

  @Test
  void offersALikelyRivalButNeverSurerThanAnEvenGuess() {
    List<ReadCharacter> characters = new ArrayList<>();
    for (char c : "MJ3RIV".toCharArray()) {
      characters.add(new ReadCharacter(c, SURE));
    }
    characters.set(
        4,
        new ReadCharacter(
            'I', new Confidence(0.6), List.of(new ReadCharacter.Rival('1', new Confidence(0.4)))));

    List<PlateCandidate> found =
        candidates(new TextLine("MJ3RIV", SURE, characters, new Box(0, 0, 200, 40)));

    assertThat(found)
        .extracting(candidate -> candidate.plate().text())
        .containsExactlyInAnyOrder("MJ3RIV", "MJ3R1V");
    assertThat(found)
        .filteredOn(candidate -> candidate.plate().text().equals("MJ3R1V"))
        .allSatisfy(guess -> assertThat(guess.confidence().value()).isLessThanOrEqualTo(0.5));
  }

  private static List<String> find(TextLine... lines) {
    return candidates(lines).stream().map(candidate -> candidate.plate().text()).toList();
  }

  private static List<PlateCandidate> candidates(TextLine... lines) {
    return new FindPlates().apply(new TextReading(1280, 720, List.of(lines)));
  }

  private static TextLine line(String text, int x, int y, int width, int height) {
    return new TextLine(text, SURE, List.of(), new Box(x, y, width, height));
  }
}
