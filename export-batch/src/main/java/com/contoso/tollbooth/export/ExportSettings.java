package com.contoso.tollbooth.export;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.scheduling.support.CronExpression;

/**
 * Settings of the export.
 *
 * @param interval between exports, counted from midnight UTC, so an hour means every full hour
 * @param cron a Spring cron expression in UTC; it replaces the interval
 * @param columns of the CSV in order, each {@code column} or {@code column=Header}, because
 *     billing's ingestion exists already
 * @param photoUrl the link to a photo; {@code {passageId}} is replaced
 * @param chunk rows that are read, staged and checkpointed at once: some 1.5 MB, so that a run of
 *     ten million rows checkpoints a thousand times and keeps one chunk in memory
 */
@ConfigurationProperties("tollbooth.export")
public record ExportSettings(
    @DefaultValue("1h") Duration interval,
    @Nullable String cron,
    @DefaultValue({
          "PassageId",
          "BoothId",
          "CapturedAt",
          "LicensePlateText",
          "Jurisdiction",
          "Confidence",
          "Source",
          "PhotoUrl"
        })
        List<String> columns,
    @DefaultValue("http://127.0.0.1:8080/api/passages/{passageId}/photo") String photoUrl,
    @DefaultValue("10000") int chunk) {

  public ExportSettings {
    columns = List.copyOf(columns);
    if (interval.isZero() || interval.isNegative() || interval.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException(
          "tollbooth.export.interval must be longer than nothing and at most a day");
    }
    if (cron != null && !CronExpression.isValidExpression(cron)) {
      throw new IllegalArgumentException(
          "tollbooth.export.cron is no cron expression of six fields: " + cron);
    }
    if (chunk < 1) {
      throw new IllegalArgumentException("tollbooth.export.chunk must be 1 or more");
    }
  }
}
