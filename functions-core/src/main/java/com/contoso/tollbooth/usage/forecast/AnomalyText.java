package com.contoso.tollbooth.usage.forecast;

import com.contoso.tollbooth.usage.SubscriptionId;
import com.contoso.tollbooth.usage.forecast.Anomaly.Direction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Puts departures into words. */
final class AnomalyText {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);

  private AnomalyText() {}

  /** One anomaly of departures in one direction. */
  static Anomaly anomaly(
      SubscriptionId subscription,
      String name,
      String currency,
      List<Departure> run,
      DailySeries series) {
    Direction direction = run.getFirst().direction();
    LocalDate first = run.getFirst().day();
    LocalDate last = run.getLast().day();
    BigDecimal expected =
        cents(BigDecimal.valueOf(run.stream().mapToDouble(Departure::expected).sum()));
    BigDecimal actual =
        run.stream()
            .map(departure -> series.sum(departure.day(), departure.day()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    String who = name.isBlank() ? subscription.value() : name;
    return new Anomaly(
        String.join("/", subscription.value(), currency, first.toString(), direction.name()),
        subscription,
        who,
        direction,
        first,
        last,
        run.size(),
        currency,
        expected,
        actual,
        run.stream().mapToDouble(Departure::score).max().orElse(0),
        "%s cost %s %s %s, %s %s than the %s that %s."
            .formatted(
                who,
                cents(actual),
                currency,
                when(run),
                cents(actual.subtract(expected).abs()),
                direction == Direction.HIGH ? "more" : "less",
                expected,
                run.size() == 1 ? "is usual for the weekday" : "are usual for those weekdays"));
  }

  private static String when(List<Departure> run) {
    String first = DAY.format(run.getFirst().day());
    return run.size() == 1
        ? "on " + first
        : "on " + run.size() + " days from " + first + " to " + DAY.format(run.getLast().day());
  }

  private static BigDecimal cents(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_EVEN);
  }
}
