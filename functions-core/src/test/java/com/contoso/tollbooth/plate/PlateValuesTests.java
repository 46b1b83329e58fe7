package com.contoso.tollbooth.plate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class PlateValuesTests {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "a/",
        "/a",
        "a/../b",
        "a/./b",
        "a//b",
        "../a/b",
        "a/b\\c",
        "a/b\u0000",
        "~/b"
      })
  void refusesAPathThatIsNoneOrClimbs(String path) {
    assertThatThrownBy(() -> new PhotoPath(path)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"booth-1/a.jpg", "booth 1/2026/03/01/ein Foto ü.jpg", "b/車.png", "b/...jpg"})
  void takesAPathThatIsOddButSafe(String path) {
    assertThat(new PhotoPath(path).value()).isEqualTo(path);
  }

  @Test
  void derivesTheIdFromPathAndContent() {
    var path = new PhotoPath("booth-1/a.jpg");
    PassageId id = PassageId.of(path, new ContentTag("x"));

    assertThat(PassageId.of(path, new ContentTag("x"))).isEqualTo(id);
    assertThat(PassageId.of(path, new ContentTag("y"))).isNotEqualTo(id);
    assertThat(PassageId.of(new PhotoPath("booth-2/a.jpg"), new ContentTag("x"))).isNotEqualTo(id);
  }

  @Test
  void showsNoPlateInWords() {
    assertThat(SamplePassages.accepted(1234).toString()).doesNotContain("ABC1234");
  }

  @Test
  void takesWhatAPersonTypesWithoutCorrectingIt() {
    assertThat(LicensePlate.typed(" abc-12 o0 ").text()).isEqualTo("ABC12O0");
    assertThatThrownBy(() -> LicensePlate.typed("ABC_1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("ABC");
  }

  @Test
  void surviveTheWireUnchanged() {
    var json = JsonMapper.shared();
    var accepted = SamplePassages.accepted(1);
    var doubtful = SamplePassages.doubtful(2);
    var uploaded = SamplePassages.uploaded(3);

    assertThat(json.readValue(json.writeValueAsString(accepted), PlateAccepted.class))
        .isEqualTo(accepted);
    assertThat(json.readValue(json.writeValueAsString(doubtful), ReviewRequired.class))
        .isEqualTo(doubtful);
    assertThat(json.readValue(json.writeValueAsString(uploaded), PhotoUploaded.class))
        .isEqualTo(uploaded);
    assertThat(json.writeValueAsString(accepted)).contains("\"plate\":\"ABC1\"");
  }
}
