package com.contoso.tollbooth.azure.usage;

import com.contoso.tollbooth.azure.items.Item;
import com.contoso.tollbooth.usage.Cost;
import com.contoso.tollbooth.usage.Dimensions;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.SubscriptionId;
import com.contoso.tollbooth.usage.UsageLine;
import com.contoso.tollbooth.usage.ledger.PricedLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes lines as items and reads them back. What a rollup sums by stands in the element {@code
 * dimensions}; decimals are texts, because the database's numbers have 17 digits.
 */
final class LineItems {
  static final String DIMENSIONS = "dimensions";
  static final String AMOUNT = "amount";

  private LineItems() {}

  /** The elements of a line that are its own and not the ledger's. */
  static Map<String, Object> elements(PricedLine priced) {
    UsageLine line = priced.line();
    var elements = new LinkedHashMap<String, Object>();
    elements.put("subscription", line.subscription().value());
    elements.put("day", line.date().toString());
    elements.put(DIMENSIONS, dimensions(priced));
    elements.put(AMOUNT, priced.cost().amount().toString());
    elements.put("quantity", line.charge().quantity().toString());
    put(elements, "reported", line.charge().cost());
    put(elements, "unitPrice", line.charge().unitPrice());
    elements.put("currency", line.charge().currency());
    elements.put(
        "meter",
        texts(
            "id", line.meter().id(),
            "name", line.meter().name(),
            "subCategory", line.meter().subCategory(),
            "region", line.meter().region(),
            "unit", line.meter().unit()));
    elements.put(
        "resource",
        texts(
            "id", line.resource().id(),
            "location", line.resource().location(),
            "service", line.resource().service()));
    elements.put("further", line.further());
    return elements;
  }

  private static Map<String, Object> dimensions(PricedLine priced) {
    UsageLine line = priced.line();
    Map<String, Object> dimensions =
        texts(
            "subscriptionName", line.subscriptionName(),
            "costCenter", line.owner().costCenter(),
            "department", line.owner().department(),
            "account", line.owner().account(),
            "resourceGroup", line.resource().group(),
            "service", line.meter().category(),
            "currency", priced.cost().currency(),
            "basis", priced.cost().basis().name());
    dimensions.put("tags", new TreeMap<>(line.tags()));
    return dimensions;
  }

  static PricedLine line(Item item) {
    Item dimensions = part(item, DIMENSIONS);
    Item meter = part(item, "meter");
    Item resource = part(item, "resource");
    return new PricedLine(
        new UsageLine(
            new SubscriptionId(item.text("subscription")),
            dimensions.text("subscriptionName"),
            LocalDate.parse(item.text("day")),
            new UsageLine.Meter(
                meter.text("id"),
                meter.text("name"),
                dimensions.text("service"),
                meter.text("subCategory"),
                meter.text("region"),
                meter.text("unit")),
            new UsageLine.Resource(
                resource.text("id"),
                dimensions.text("resourceGroup"),
                resource.text("location"),
                resource.text("service")),
            owner(dimensions),
            new UsageLine.Charge(
                decimal(item, "quantity"),
                decimalOrNull(item, "unitPrice"),
                decimalOrNull(item, "reported"),
                item.text("currency")),
            tags(dimensions),
            strings(part(item, "further").fields())),
        new Cost(decimal(item, AMOUNT), dimensions.text("currency"), basis(dimensions)));
  }

  static Dimensions dimensions(
      EnrollmentNumber enrollment, SubscriptionId subscription, Item dimensions) {
    return new Dimensions(
        enrollment,
        subscription,
        dimensions.text("subscriptionName"),
        owner(dimensions),
        dimensions.text("resourceGroup"),
        dimensions.text("service"),
        tags(dimensions));
  }

  static Map<String, String> tags(Item dimensions) {
    return strings(part(dimensions, "tags").fields());
  }

  static Cost.Basis basis(Item dimensions) {
    return Cost.Basis.valueOf(dimensions.text("basis"));
  }

  private static UsageLine.Owner owner(Item dimensions) {
    return new UsageLine.Owner(
        dimensions.text("costCenter"), dimensions.text("department"), dimensions.text("account"));
  }

  static BigDecimal decimal(Item item, String name) {
    return new BigDecimal(item.text(name));
  }

  static @Nullable BigDecimal decimalOrNull(Item item, String name) {
    String text = item.textOrNull(name);
    return text == null ? null : new BigDecimal(text);
  }

  /** An element that is an object. */
  static Item part(Item item, String name) {
    return new Item(object(Objects.requireNonNull(item.get(name), name)));
  }

  @SuppressWarnings("unchecked") // a JSON object's names are strings
  static Map<String, Object> object(Object value) {
    return (Map<String, Object>) value;
  }

  private static Map<String, String> strings(Map<String, Object> object) {
    var strings = new TreeMap<String, String>();
    object.forEach((name, value) -> strings.put(name, (String) value));
    return strings;
  }

  private static Map<String, Object> texts(String... namesAndTexts) {
    var texts = new LinkedHashMap<String, Object>();
    for (int n = 0; n < namesAndTexts.length; n += 2) {
      texts.put(namesAndTexts[n], namesAndTexts[n + 1]);
    }
    return texts;
  }

  private static void put(Map<String, Object> elements, String name, @Nullable BigDecimal decimal) {
    if (decimal != null) {
      elements.put(name, decimal.toString());
    }
  }
}
