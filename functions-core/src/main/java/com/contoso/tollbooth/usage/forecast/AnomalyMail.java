package com.contoso.tollbooth.usage.forecast;

import com.contoso.tollbooth.usage.UsageMail;
import java.util.List;
import java.util.function.Function;

/** Writes a mail for each anomaly, the same for the same one; none, if mail is off. */
record AnomalyMail(AnomalySettings settings) implements Function<List<Anomaly>, List<UsageMail>> {
  @Override
  public List<UsageMail> apply(List<Anomaly> anomalies) {
    return settings.mail() ? anomalies.stream().map(AnomalyMail::mail).toList() : List.of();
  }

  private static UsageMail mail(Anomaly anomaly) {
    String way =
        switch (anomaly.direction()) {
          case HIGH -> "more";
          case LOW -> "less";
        };
    return new UsageMail(
        "usage-anomaly/" + anomaly.id(),
        "TollBooth: %s costs %s than usual since %s"
            .formatted(anomaly.subscriptionName(), way, anomaly.first()),
        """
        %s

        Subscription: %s
        The figures are those of the ledger when this was written; late records may change them.
        You will get no further mail while this lasts.

        TollBooth
        """
            .formatted(anomaly.sentence(), anomaly.subscription()));
  }
}
