package com.contoso.tollbooth.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every store of enrollments does. */
public abstract class EnrollmentsContract {
  protected abstract Enrollments enrollments();

  /** Enters a document as a person does, by the number it is kept under. */
  protected abstract void enter(String number, Map<String, Object> document);

  @Test
  void knowsNoneAtFirst() {
    assertThat(enrollments().all()).isEmpty();
    assertThat(enrollments().find(new EnrollmentNumber("1"))).isEmpty();
  }

  @Test
  void givesBackWhatWasEnteredByNumber() {
    Enrollment two = enrollment("200", "two");
    Enrollment one = enrollment("100", "one");
    enrollments().put(two);
    enrollments().put(one);

    assertThat(enrollments().all()).containsExactly(one, two);
    assertThat(enrollments().find(two.number())).contains(two);
  }

  @Test
  void takesThePlaceOfTheOneWithItsNumber() {
    enrollments().put(enrollment("100", "before"));
    Enrollment after = enrollment("100", "after");

    enrollments().put(after);

    assertThat(enrollments().all()).containsExactly(after);
  }

  @Test
  void passesOverADocumentThatIsNoneAndSaysWhy() {
    Enrollment good = enrollment("100", "good");
    enrollments().put(good);
    enter("200", Map.of("enrollmentNumber", "200", "detailedEnabled", "yes"));

    assertThat(enrollments().all()).containsExactly(good);
    assertThat(enrollments().find(good.number())).contains(good);
    assertThat(enrollments().unreadable())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.number()).isEqualTo(new EnrollmentNumber("200"));
              assertThat(each.reason()).contains("detailedEnabled").endsWith("not yes");
            });
    assertThatThrownBy(() -> enrollments().find(new EnrollmentNumber("200")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("detailedEnabled");
  }

  @Test
  void hasNoUnreadableDocumentAtFirst() {
    enrollments().put(enrollment("100", "good"));

    assertThat(enrollments().unreadable()).isEmpty();
  }

  private static Enrollment enrollment(String number, String description) {
    return new Enrollment(
        new EnrollmentNumber(number),
        description,
        new AccessKey.Reference("https://vault.example/secrets/key-" + number),
        Enrollment.ReportSource.COST_DETAILS,
        true,
        false,
        Map.of("costOwner", Map.of("name", "Ö. Finance")));
  }
}
