package com.contoso.tollbooth.usage.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.UsageMail;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TellAnomaliesTests {
  private static final EnrollmentNumber ENROLLMENT = new EnrollmentNumber("100");
  private static final UsageMail MAIL = new UsageMail("a-1", "unusual", "much");

  private final List<AnomalyQuery> asked = new ArrayList<>();
  private final List<UsageMail> sent = new ArrayList<>();

  @Test
  void mailsWhatIsUnusualOfTheLastDaysOfTheEnrollment() {
    tell(settings(true));

    assertThat(sent).containsExactly(MAIL);
    assertThat(asked)
        .singleElement()
        .satisfies(
            query -> {
              assertThat(query.enrollments()).containsExactly(ENROLLMENT);
              assertThat(query.from()).isEqualTo(LocalDate.of(2026, 3, 7));
              assertThat(query.asOf()).isEqualTo(LocalDate.of(2026, 3, 10));
            });
  }

  @Test
  void asksNothingWhileMailsAreOff() {
    tell(settings(false));

    assertThat(sent).isEmpty();
    assertThat(asked).isEmpty();
  }

  private void tell(AnomalySettings settings) {
    new TellAnomalies(
            query -> {
              asked.add(query);
              return List.of();
            },
            anomalies -> List.of(MAIL),
            settings,
            sent::add,
            () -> Instant.parse("2026-03-10T05:00:00Z"))
        .accept(ENROLLMENT);
  }

  private static AnomalySettings settings(boolean mail) {
    return new AnomalySettings(8, 5, BigDecimal.valueOf(50), 0.25, mail);
  }
}
