package com.contoso.tollbooth;

import com.contoso.tollbooth.usage.RunId;
import com.contoso.tollbooth.usage.UsageMail;
import com.contoso.tollbooth.usage.control.RunEnd;
import com.contoso.tollbooth.usage.ledger.Restatement;
import com.contoso.tollbooth.usage.ledger.Restatement.Difference;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The mails about runs, each sent once. */
final class RunMails {
  /** More lines than anybody reads in a mail; the page has them all. */
  private static final int SHOWN = 20;

  private RunMails() {}

  /** One a day, however often the month is tried. */
  static UsageMail failed(RunEnd end) {
    var fetch = end.fetch();
    return new UsageMail(
        "usage-failed-" + fetch.enrollment() + "-" + fetch.month() + "-" + day(fetch.run()),
        "Usage of enrollment %s for %s could not be loaded"
            .formatted(fetch.enrollment(), fetch.month()),
        """
        Run %s for %s ended with a fault:

          %s

        What the ledger had before is unchanged, or newer where days were applied before the fault.
        The next run tries again. To run it now: ./tollbooth usage run --enrollment %s --month %s
        """
            .formatted(
                fetch.run(), fetch.month(), end.reason(), fetch.enrollment(), fetch.month()));
  }

  /** One for each state of a restatement, which grows when a day of its run is applied again. */
  static UsageMail restated(Restatement restatement) {
    return new UsageMail(
        "usage-restated-%s-%s-%s-%s"
            .formatted(
                restatement.enrollment(),
                restatement.month(),
                restatement.run(),
                state(restatement)),
        "%s of enrollment %s is restated".formatted(restatement.month(), restatement.enrollment()),
        restatedText(restatement));
  }

  /** Of what differs and not of the mail's words, which may change without anything to tell. */
  private static UUID state(Restatement restatement) {
    String differences =
        restatement.differences().stream()
            .map(
                each ->
                    Stream.of(
                            each.subscription(),
                            each.meterId(),
                            each.costCenter(),
                            each.currency(),
                            each.added(),
                            each.changed(),
                            each.removed(),
                            plain(each.before()),
                            plain(each.after()))
                        .map(Object::toString)
                        .collect(Collectors.joining("\t")))
            .collect(Collectors.joining("\n"));
    return UUID.nameUUIDFromBytes(differences.getBytes(StandardCharsets.UTF_8));
  }

  private static String restatedText(Restatement restatement) {
    return """
        %s was closed, and its report has changed since.

        %s
        By subscription, meter and cost centre:
        %s%s
        The page "Usage" shows every difference. If the month was charged back, charge the
        difference.
        """
        .formatted(
            restatement.month(),
            totals(restatement),
            restatement.differences().stream()
                .limit(SHOWN)
                .map(RunMails::line)
                .collect(Collectors.joining()),
            more(restatement));
  }

  private static String day(RunId run) {
    return run.value().substring(0, 8);
  }

  private static String totals(Restatement restatement) {
    Map<String, BigDecimal[]> byCurrency = new TreeMap<>();
    for (Difference each : restatement.differences()) {
      BigDecimal[] sums =
          byCurrency.computeIfAbsent(
              each.currency(), currency -> new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO});
      sums[0] = sums[0].add(each.before());
      sums[1] = sums[1].add(each.after());
    }
    return byCurrency.entrySet().stream()
        .map(
            each ->
                "  %s %s before, %s after: %s%n"
                    .formatted(
                        each.getKey(),
                        plain(each.getValue()[0]),
                        plain(each.getValue()[1]),
                        signed(each.getValue()[1].subtract(each.getValue()[0]))))
        .collect(Collectors.joining());
  }

  private static String line(Difference each) {
    return "  %s  %s  %s: %d added, %d changed, %d removed; %s → %s %s%n"
        .formatted(
            each.subscription(),
            each.meterName(),
            each.costCenter().isEmpty() ? "(no cost centre)" : each.costCenter(),
            each.added(),
            each.changed(),
            each.removed(),
            plain(each.before()),
            plain(each.after()),
            each.currency());
  }

  private static String more(Restatement restatement) {
    int rest = restatement.differences().size() - SHOWN;
    return rest <= 0 ? "" : "  … and " + rest + " more\n";
  }

  private static String signed(BigDecimal amount) {
    return (amount.signum() > 0 ? "+" : "") + plain(amount);
  }

  private static String plain(BigDecimal amount) {
    return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
  }
}
