package com.contoso.tollbooth.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.plate.Jurisdiction;
import com.contoso.tollbooth.routing.PlateFormat.Trust;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlateFormatTests {

  @ParameterizedTest
  @CsvSource({
    "BKR4827, TX, SERIES",
    "BK2R827, TX, SERIES",
    "BK24827, TX, SERIES",
    "K24BCD, TX, SERIES",
    "ABCD12, NM, SERIES",
    "ABC123, US, SERIES",
    "123ABC, US, SERIES",
    "AEO1234, US, SERIES",
    "7FHW963, US, SERIES",
    "8X12345, US, SERIES",
    "12345X8, US, SERIES",
    "HB8X9J, US, SERIES",
    "59CAD1, US, ANY_MIXED",
    "AB12345C, US, ANY_MIXED",
    "SORRY, US, ANY",
    "1234567, US, ANY",
    "A1, US, ANY",
  })
  void tellsHowAPlateIsWrittenAndWhoIssuesSuch(
      String text, Jurisdiction jurisdiction, Trust trust) {
    PlateFormat format = PlateFormat.of(text).orElseThrow();

    assertThat(format.jurisdiction()).isEqualTo(jurisdiction);
    assertThat(format.trust()).isEqualTo(trust);
  }

  @Test
  void knowsNoPlateOfOneOrMoreThanEightCharacters() {
    assertThat(PlateFormat.of("A")).isEmpty();
    assertThat(PlateFormat.of("ABC123456")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0,O", "1,I", "8,B", "5,S", "2,Z", "6,G", "0,D", "Q,0", "U,V", "7,1", "4,A"})
  void knowsLookAlikesBothWays(char one, char other) {
    assertThat(LookAlikes.are(one, other)).isTrue();
    assertThat(LookAlikes.are(other, one)).isTrue();
    assertThat(LookAlikes.of("X" + one)).contains("X" + other).doesNotContain("X" + one);
  }

  @ParameterizedTest
  @CsvSource({"X,5", "A,B", "W,2"})
  void doesNotTakeAllForLookAlikes(char one, char other) {
    assertThat(LookAlikes.are(one, other)).isFalse();
  }
}
