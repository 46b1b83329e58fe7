package com.contoso.tollbooth.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every store of enrollments does. */
public abstract class EnrollmentsContract {
  protected abstract Enrollments enrollments();

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
