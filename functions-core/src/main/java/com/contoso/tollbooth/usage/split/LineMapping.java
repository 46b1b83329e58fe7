package com.contoso.tollbooth.usage.split;

import com.contoso.tollbooth.usage.SubscriptionId;
import com.contoso.tollbooth.usage.UsageLine;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Makes a usage line of an element in which {@link LineFacts} found no fault. */
final class LineMapping {
  private LineMapping() {}

  static UsageLine line(LineFacts facts, LineTexts texts) {
    LocalDate day = Objects.requireNonNull(facts.day());
    Map<String, String> tags = tags(texts);
    return new UsageLine(
        SubscriptionId.reported(texts.text(UsageField.SUBSCRIPTION)),
        texts.text(UsageField.SUBSCRIPTION_NAME),
        day,
        meter(texts),
        new UsageLine.Resource(
            texts.text(UsageField.RESOURCE_ID),
            texts.text(UsageField.RESOURCE_GROUP),
            texts.text(UsageField.RESOURCE_LOCATION),
            texts.text(UsageField.SERVICE)),
        new UsageLine.Owner(
            texts.text(UsageField.COST_CENTER),
            texts.text(UsageField.DEPARTMENT),
            texts.text(UsageField.ACCOUNT)),
        new UsageLine.Charge(
            Objects.requireNonNull(facts.decimal(UsageField.QUANTITY)),
            facts.decimal(UsageField.UNIT_PRICE),
            facts.decimal(UsageField.COST),
            texts.text(UsageField.CURRENCY)),
        tags,
        texts.further());
  }

  private static UsageLine.Meter meter(LineTexts texts) {
    return new UsageLine.Meter(
        texts.text(UsageField.METER_ID),
        texts.text(UsageField.METER_NAME),
        texts.text(UsageField.METER_CATEGORY),
        texts.text(UsageField.METER_SUB_CATEGORY),
        texts.text(UsageField.METER_REGION),
        texts.text(UsageField.UNIT));
  }

  /** Tags that nobody can read are no fault of the line: they stay with it as they are. */
  private static Map<String, String> tags(LineTexts texts) {
    Optional<Map<String, String>> tags = TagTexts.parse(texts.text(UsageField.TAGS));
    if (tags.isEmpty()) {
      texts.keepAsItIs(UsageField.TAGS);
    }
    return tags.orElse(Map.of());
  }
}
