package com.contoso.tollbooth.usage.forecast;

import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.UsageMail;
import com.contoso.tollbooth.usage.UsageMails;
import com.contoso.tollbooth.usage.UsageRights;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Mails what is unusual of the last days, each anomaly once; nothing while mails are off. */
record TellAnomalies(
    Function<AnomalyQuery, List<Anomaly>> findAnomalies,
    Function<List<Anomaly>, List<UsageMail>> composeAnomalyMails,
    AnomalySettings settings,
    UsageMails mails,
    InstantSource clock)
    implements Consumer<EnrollmentNumber> {
  /** Older ones were told before, or would be history to whoever has just asked for mails. */
  private static final int DAYS = 3;

  @Override
  public void accept(EnrollmentNumber enrollment) {
    if (!settings.mail()) {
      return;
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var query =
        new AnomalyQuery(
            new UsageRights.All(), Set.of(enrollment), today.minusDays(DAYS), today, today);
    composeAnomalyMails.apply(findAnomalies.apply(query)).forEach(mails::send);
  }
}
