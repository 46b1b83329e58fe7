package com.contoso.tollbooth.usage.focus;

import com.contoso.tollbooth.usage.SubscriptionId;
import com.contoso.tollbooth.usage.UsageLine;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Column values that take more than a look at the line. */
final class FocusTexts {
  private static final JsonMapper JSON = JsonMapper.shared();

  private FocusTexts() {}

  static @Nullable String description(FocusRow row) {
    UsageLine.Meter meter = row.line().meter();
    String text =
        Stream.of(meter.category(), meter.subCategory(), meter.name())
            .filter(part -> !part.isBlank())
            .distinct()
            .collect(Collectors.joining(" - "));
    return text.isEmpty() ? null : text;
  }

  /** FOCUS knows consumption of usage alone, and no quantity of a tax. */
  static @Nullable BigDecimal consumed(FocusRow row) {
    return row.kind() == ChargeKind.USAGE
        ? row.line().charge().quantity().multiply(row.unit().block())
        : null;
  }

  static @Nullable String consumedUnit(FocusRow row) {
    return row.kind() == ChargeKind.USAGE ? row.unit().consumed() : null;
  }

  static @Nullable BigDecimal priced(FocusRow row) {
    return row.kind() == ChargeKind.TAX ? null : row.line().charge().quantity();
  }

  static @Nullable String pricedUnit(FocusRow row) {
    return row.kind() == ChargeKind.TAX ? null : row.unit().priced();
  }

  static @Nullable String sku(FocusRow row) {
    return row.kind() == ChargeKind.TAX ? null : row.sku();
  }

  /** Of what no SKU is named none is metered. */
  static @Nullable String skuMeter(FocusRow row) {
    String name = row.line().meter().name();
    return sku(row) == null || name.isBlank() ? null : name;
  }

  /** As the report says it; a purchase never depends on use. */
  static String frequency(FocusRow row) {
    var further = row.line().further();
    String frequency = further.getOrDefault("Frequency", further.getOrDefault("frequency", ""));
    boolean recurs = frequency.equalsIgnoreCase("Recurring");
    return recurs && row.kind() != ChargeKind.USAGE ? "Recurring" : row.kind().frequency;
  }

  static @Nullable String subAccount(FocusRow row) {
    SubscriptionId subscription = row.line().subscription();
    return subscription.equals(SubscriptionId.NONE) ? null : subscription.value();
  }

  static @Nullable String subAccountName(FocusRow row) {
    String name = row.line().subscriptionName();
    return subAccount(row) == null || name.isBlank() ? null : name;
  }

  static @Nullable String subAccountType(FocusRow row) {
    return subAccount(row) == null ? null : "Subscription";
  }

  static String publisher(FocusRow row) {
    var further = row.line().further();
    String publisher =
        further.getOrDefault("PublisherName", further.getOrDefault("publisherName", ""));
    return publisher.isBlank() ? "Microsoft" : publisher;
  }

  /** {@code EU West} and {@code euwest} are one region. */
  static @Nullable String regionId(FocusRow row) {
    String name = regionName(row);
    return name == null ? null : name.replace(" ", "").toLowerCase(Locale.ROOT);
  }

  static @Nullable String regionName(FocusRow row) {
    String location = row.line().resource().location();
    String region = location.isBlank() ? row.line().meter().region() : location;
    return region.isBlank() ? null : region.strip();
  }

  static @Nullable String resourceId(FocusRow row) {
    String id = row.line().resource().id();
    return id.isBlank() ? null : id;
  }

  static @Nullable String resourceName(FocusRow row) {
    String id = resourceId(row);
    return id == null ? null : id.substring(id.lastIndexOf('/') + 1);
  }

  /** What follows {@code /providers/}, without the names, such as {@code Microsoft.Web/sites}. */
  static @Nullable String resourceType(FocusRow row) {
    String id = resourceId(row);
    if (id == null) {
      return null;
    }
    int providers = id.toLowerCase(Locale.ROOT).lastIndexOf("/providers/");
    String[] parts = providers < 0 ? new String[0] : id.substring(providers + 11).split("/");
    if (parts.length < 2) {
      String service = row.line().resource().service();
      return service.isBlank() ? row.serviceName() : service;
    }
    var type = new StringBuilder(parts[0]);
    for (int i = 1; i < parts.length; i += 2) {
      type.append('/').append(parts[i]);
    }
    return type.toString();
  }

  static @Nullable String tags(FocusRow row) {
    var tags = row.line().tags();
    return tags.isEmpty() ? null : JSON.writeValueAsString(tags);
  }
}
