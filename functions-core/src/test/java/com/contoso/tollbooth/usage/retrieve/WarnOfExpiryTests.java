package com.contoso.tollbooth.usage.retrieve;

import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.usage.AccessKey;
import com.contoso.tollbooth.usage.Enrollment;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.UsageMail;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WarnOfExpiryTests {
  private static final Instant NOW = Instant.parse("2026-03-01T04:00:00Z");

  private final List<UsageMail> mails = new ArrayList<>();

  @Test
  void tellsThirtyDaysBeforeAKeyExpiresAndNeverShowsIt() {
    warn("eyJ.secret", NOW.plus(Duration.ofDays(30)));

    assertThat(mails)
        .singleElement()
        .satisfies(
            mail -> {
              assertThat(mail.id()).isEqualTo("usage-key-100-2026-03-31");
              assertThat(mail.subject())
                  .isEqualTo("The key of enrollment 100 expires on 2026-03-31");
              assertThat(mail.text()).contains("2026-03-31T04:00:00Z").doesNotContain("secret");
            });
  }

  @Test
  void isSilentBeforeThatAndWhereNothingIsKnown() {
    warn("eyJ.secret", NOW.plus(Duration.ofDays(30)).plusSeconds(1));
    warn("eyJ.secret", null);

    assertThat(mails).isEmpty();
  }

  @Test
  void leavesAnEnrollmentWithoutAKeyAlone() {
    warn("", NOW);

    assertThat(mails).isEmpty();
  }

  @Test
  void holdsUpNothingIfTheKeyCannotBeHad() {
    new WarnOfExpiry(
            enrollment -> {
              throw new IllegalStateException("no key vault here");
            },
            new KeySettings(Duration.ofDays(30)),
            mails::add,
            () -> NOW)
        .accept(enrollment("eyJ.secret"));

    assertThat(mails).isEmpty();
  }

  private void warn(String key, @Nullable Instant expires) {
    new WarnOfExpiry(
            enrollment -> new ResolvedKey(key, expires),
            new KeySettings(Duration.ofDays(30)),
            mails::add,
            () -> NOW)
        .accept(enrollment(key));
  }

  private static Enrollment enrollment(String key) {
    return new Enrollment(
        new EnrollmentNumber("100"),
        "Contoso",
        new AccessKey.Plain(key),
        Enrollment.ReportSource.LEGACY_EA,
        true,
        false,
        Map.of());
  }
}
