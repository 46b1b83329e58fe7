package com.contoso.tollbooth.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.plate.Box;
import com.contoso.tollbooth.plate.CapturedAt;
import com.contoso.tollbooth.plate.Confidence;
import com.contoso.tollbooth.plate.ContentTag;
import com.contoso.tollbooth.plate.Jurisdiction;
import com.contoso.tollbooth.plate.LicensePlate;
import com.contoso.tollbooth.plate.Passage;
import com.contoso.tollbooth.plate.PassageId;
import com.contoso.tollbooth.plate.PhotoPath;
import com.contoso.tollbooth.plate.PlateAccepted;
import com.contoso.tollbooth.plate.PlateCandidate;
import com.contoso.tollbooth.plate.PlateDecision;
import com.contoso.tollbooth.plate.PlateReading.Illegible;
import com.contoso.tollbooth.plate.PlateReading.Legible;
import com.contoso.tollbooth.plate.ReadCharacter;
import com.contoso.tollbooth.plate.ReviewRequired;
import com.contoso.tollbooth.plate.ReviewRequired.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutePlateTests {
  private static final PhotoPath PATH = new PhotoPath("booth-1/car.jpg");
  private static final ContentTag TAG = new ContentTag("tag");
  private static final Passage PASSAGE =
      new Passage(
          PassageId.of(PATH, TAG),
          PATH,
          TAG,
          new CapturedAt(Instant.EPOCH, CapturedAt.Source.UPLOAD));
  private static final Box PLACE = new Box(100, 100, 200, 40);

  private final RoutePlate routePlate = new RoutePlate(RoutingSettings.DEFAULT);

  @Test
  void acceptsAClearPlateAsRead() {
    PlateDecision decision = route(read("BKR4827", 0.97, PLACE));

    assertThat(decision)
        .isInstanceOfSatisfying(
            PlateAccepted.class,
            accepted -> {
              assertThat(accepted.plate()).isEqualTo(new LicensePlate("BKR4827"));
              assertThat(accepted.jurisdiction()).isEqualTo(Jurisdiction.TX);
              assertThat(accepted.source()).isEqualTo(PlateAccepted.Source.AUTOMATIC);
              assertThat(accepted.why()).contains("Texas").doesNotContain("BKR4827");
            });
  }

  @Test
  void sendsAPhotoWithoutPlateToReview() {
    assertThat(reason(routePlate.apply(new Illegible(PASSAGE)))).isEqualTo(Reason.NO_PLATE_FOUND);
  }

  @Test
  void sendsAWeakReadingToReviewWithAllCandidates() {
    PlateCandidate first = read("BKR4827", 0.3, PLACE);
    PlateCandidate second = read("8KR4827", 0.2, PLACE);

    PlateDecision decision = route(first, second);

    assertThat(reason(decision)).isEqualTo(Reason.LOW_CONFIDENCE);
    assertThat(((ReviewRequired) decision).candidates()).containsExactly(first, second);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SORRY", "STOP", "1234567", "A1"})
  void neverAcceptsWhatASignMaySayAsWell(String text) {
    assertThat(reason(route(read(text, 0.999, PLACE)))).isEqualTo(Reason.UNKNOWN_FORMAT);
  }

  @Test
  void sendsAFormatNoPlateHasToReview() {
    assertThat(reason(route(read("ABC123456", 0.999, PLACE)))).isEqualTo(Reason.UNKNOWN_FORMAT);
  }

  @ParameterizedTest
  @CsvSource({"BKR482O", "8KR4827", "7FHW9S3", "5KRB27", "A8C123"})
  void sendsAPlateToReviewThatWouldFitASeriesWithOneLookAlikeExchanged(String text) {
    assertThat(reason(route(read(text, 0.99, PLACE)))).isEqualTo(Reason.LOOK_ALIKE);
  }

  @ParameterizedTest
  @CsvSource({"BDR4827,1,O", "BVR4827,1,U", "ABC12G,5,6", "7FHW963,0,1"})
  void sendsALikelyLookAlikeToReview(String text, int index, char rival) {
    PlateCandidate doubtful = with(read(text, 0.9, PLACE), index, 0.85, rival, 0.15);

    assertThat(reason(route(doubtful))).isEqualTo(Reason.LOOK_ALIKE);
  }

  @ParameterizedTest
  @CsvSource({"BSR4827,1,5", "7FHW963,5,G", "HB8X9J,2,B"})
  void acceptsAsReadWhereEverySeriesRulesTheLookAlikeOut(String text, int index, char rival) {
    PlateCandidate clear = with(read(text, 0.9, PLACE), index, 0.85, rival, 0.15);

    assertThat(route(clear))
        .isInstanceOfSatisfying(
            PlateAccepted.class, accepted -> assertThat(accepted.plate().text()).isEqualTo(text));
  }

  @Test
  void sendsADoubtfulCharacterToReview() {
    PlateCandidate doubtful = with(read("BKR4827", 0.9, PLACE), 3, 0.5, '7', 0.01);

    PlateDecision decision = route(doubtful);

    assertThat(reason(decision)).isEqualTo(Reason.DOUBTFUL_CHARACTER);
    assertThat(decision.why()).contains("Character 4");
  }

  @Test
  void sendsAPhotoWithASecondPlateToReview() {
    PlateCandidate other = read("HZX9241", 0.95, new Box(600, 300, 190, 38));

    assertThat(reason(route(read("BKR4827", 0.97, PLACE), other))).isEqualTo(Reason.RIVAL_PLATES);
  }

  @Test
  void sendsTwoReadingsOfOnePlaceToReview() {
    PlateCandidate other = read("BKR8827", 0.9, new Box(105, 98, 200, 40));

    assertThat(reason(route(read("BKR4827", 0.97, PLACE), other))).isEqualTo(Reason.RIVAL_PLATES);
  }

  @Test
  void isNotDisturbedByAPartOfThePlateOrSmallerOrWeakerWriting() {
    assertThat(
            route(
                read("BKR4827", 0.97, PLACE),
                read("4827", 0.99, new Box(200, 100, 100, 40)),
                read("HZX9241", 0.95, new Box(600, 300, 50, 10)),
                read("HZX9242", 0.2, new Box(600, 500, 190, 38))))
        .isInstanceOf(PlateAccepted.class);
  }

  @Test
  void asksForMoreWhereTheEngineTellsNoCharacters() {
    var whole =
        new PlateCandidate(new LicensePlate("BKR4827"), new Confidence(0.9), List.of(), PLACE);
    var surer =
        new PlateCandidate(new LicensePlate("BKR4827"), new Confidence(0.99), List.of(), PLACE);

    assertThat(reason(route(whole))).isEqualTo(Reason.LOW_CONFIDENCE);
    assertThat(route(surer)).isInstanceOf(PlateAccepted.class);
  }

  private PlateDecision route(PlateCandidate... candidates) {
    return routePlate.apply(new Legible(PASSAGE, List.of(candidates)));
  }

  private static Reason reason(PlateDecision decision) {
    assertThat(decision).isInstanceOf(ReviewRequired.class);
    assertThat(decision.why()).isNotBlank();
    return ((ReviewRequired) decision).reason();
  }

  private static PlateCandidate read(String text, double confidence, Box box) {
    List<ReadCharacter> characters = new ArrayList<>();
    for (char c : text.toCharArray()) {
      characters.add(new ReadCharacter(c, new Confidence(0.99)));
    }
    return new PlateCandidate(new LicensePlate(text), new Confidence(confidence), characters, box);
  }

  private static PlateCandidate with(
      PlateCandidate candidate, int index, double own, char rival, double rivals) {
    List<ReadCharacter> characters = new ArrayList<>(candidate.characters());
    characters.set(
        index,
        new ReadCharacter(
            candidate.plate().text().charAt(index),
            new Confidence(own),
            List.of(new ReadCharacter.Rival(rival, new Confidence(rivals)))));
    return new PlateCandidate(
        candidate.plate(), candidate.confidence(), characters, candidate.box());
  }
}
