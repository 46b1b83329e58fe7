package com.contoso.tollbooth.azure.usage;

import com.contoso.tollbooth.azure.items.Item;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.JobRecord;
import com.contoso.tollbooth.usage.RunId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Writes job records as items and reads them back. */
final class JobItems {
  private JobItems() {}

  static String partition(JobRecord entry) {
    return partition(entry.fetch().enrollment(), entry.month());
  }

  static String partition(EnrollmentNumber enrollment, YearMonth month) {
    return enrollment + "|" + month;
  }

  static Item item(JobRecord entry) {
    boolean unended = entry.step() == JobRecord.Step.CONTROL && entry.ended() == null;
    return Item.named(name(entry.id()))
        .with("fetch", partition(entry))
        .with("record", entry.id())
        .with("enrollment", entry.fetch().enrollment().value())
        .with("month", entry.month().toString())
        .with("run", entry.fetch().run().value())
        .with("step", entry.step().name())
        .with("sequence", "%019d-%s".formatted(entry.started().toEpochMilli(), entry.id()))
        .with("unended", unended ? true : null)
        .with("day", text(entry.day()))
        .with("started", entry.started().toString())
        .with("ended", text(entry.ended()))
        .with("outcome", entry.outcome().name())
        .with("lines", entry.lines())
        .with("changed", entry.changed())
        .with("bytes", entry.bytes())
        .with("checksum", entry.checksum())
        .with("reason", entry.reason());
  }

  static JobRecord entry(Item item) {
    String day = item.textOrNull("day");
    String ended = item.textOrNull("ended");
    return new JobRecord(
        item.text("record"),
        new Fetch(
            new EnrollmentNumber(item.text("enrollment")),
            YearMonth.parse(item.text("month")),
            new RunId(item.text("run"))),
        JobRecord.Step.valueOf(item.text("step")),
        day == null ? null : LocalDate.parse(day),
        Instant.parse(item.text("started")),
        ended == null ? null : Instant.parse(ended),
        JobRecord.Outcome.valueOf(item.text("outcome")),
        item.number("lines"),
        item.number("changed"),
        item.number("bytes"),
        item.textOrNull("checksum"),
        item.textOrNull("reason"));
  }

  /** An item's id may hold no slash and so on; a record's id may. */
  private static String name(String id) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(id.getBytes(StandardCharsets.UTF_8));
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
