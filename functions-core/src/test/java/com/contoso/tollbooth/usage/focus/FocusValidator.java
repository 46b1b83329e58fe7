package com.contoso.tollbooth.usage.focus;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks a dataset against FOCUS 1.2, whatever format it was in. The rules stand here once more and
 * are not taken from the exporter's table, so that a fault of that table is found. They are from
 * the columns' requirements and content constraints in FOCUS_Spec ({@code specification/columns}).
 */
public final class FocusValidator {
  static final Set<String> MANDATORY =
      Set.of(
          "BilledCost",
          "BillingAccountId",
          "BillingAccountName",
          "BillingCurrency",
          "BillingPeriodEnd",
          "BillingPeriodStart",
          "ChargeCategory",
          "ChargeClass",
          "ChargeDescription",
          "ChargePeriodEnd",
          "ChargePeriodStart",
          "ContractedCost",
          "EffectiveCost",
          "InvoiceIssuerName",
          "ListCost",
          "PricingQuantity",
          "PricingUnit",
          "ProviderName",
          "PublisherName",
          "ServiceCategory",
          "ServiceName");

  private static final Set<String> NEVER_NULL =
      Set.of(
          "BilledCost",
          "BillingAccountId",
          "BillingCurrency",
          "BillingPeriodEnd",
          "BillingPeriodStart",
          "ChargeCategory",
          "ChargeFrequency",
          "ChargePeriodEnd",
          "ChargePeriodStart",
          "ContractedCost",
          "EffectiveCost",
          "InvoiceIssuerName",
          "ListCost",
          "ProviderName",
          "PublisherName",
          "ServiceCategory",
          "ServiceName",
          "ServiceSubcategory");

  private static final Set<String> DECIMALS =
      Set.of(
          "BilledCost",
          "ConsumedQuantity",
          "ContractedCost",
          "EffectiveCost",
          "ListCost",
          "PricingQuantity");

  private static final Set<String> TIMES =
      Set.of("BillingPeriodEnd", "BillingPeriodStart", "ChargePeriodEnd", "ChargePeriodStart");

  private static final Map<String, Set<String>> VALUES =
      Map.of(
          "ChargeCategory",
          Set.of("Usage", "Purchase", "Tax", "Credit", "Adjustment"),
          "ChargeClass",
          Set.of("Correction"),
          "ChargeFrequency",
          Set.of("One-Time", "Recurring", "Usage-Based"),
          "ServiceCategory",
          Set.of(
              "AI and Machine Learning",
              "Analytics",
              "Business Applications",
              "Compute",
              "Databases",
              "Developer Tools",
              "Identity",
              "Integration",
              "Internet of Things",
              "Management and Governance",
              "Media",
              "Migration",
              "Mobile",
              "Multicloud",
              "Networking",
              "Security",
              "Storage",
              "Web",
              "Other"));

  private static final Set<String> USAGE_NEEDS =
      Set.of("PricingQuantity", "PricingUnit", "ConsumedQuantity", "ConsumedUnit", "SkuId");

  private final Set<String> violations = new java.util.TreeSet<>();
  private final List<String> columns;

  public FocusValidator(List<String> columns) {
    this.columns = List.copyOf(columns);
    MANDATORY.stream()
        .filter(column -> !columns.contains(column))
        .forEach(column -> violations.add(column + " is missing"));
    var seen = new HashSet<String>();
    for (String column : columns) {
      if (!seen.add(column)) {
        violations.add(column + " is there twice");
      }
      if (!column.matches("x_[A-Za-z0-9]+|[A-Z][A-Za-z0-9]*")) {
        violations.add(column + " is not a column id");
      }
    }
  }

  /** Takes the types that a typed format has, as DuckDB names them. */
  public FocusValidator types(Map<String, String> types) {
    DECIMALS.forEach(
        column -> expect(types.getOrDefault(column, "").startsWith("DECIMAL("), column, "decimal"));
    TIMES.forEach(
        column ->
            expect(
                types.getOrDefault(column, "").equals("TIMESTAMP WITH TIME ZONE"),
                column,
                "UTC time"));
    columns.stream()
        .filter(column -> !DECIMALS.contains(column) && !TIMES.contains(column))
        .filter(column -> !column.equals("x_UnitPrice"))
        .forEach(column -> expect("VARCHAR".equals(types.get(column)), column, "text"));
    return this;
  }

  private void expect(boolean met, String column, String type) {
    if (!met) {
      violations.add(column + " is no " + type + " column");
    }
  }

  /** Takes a row, its absent values {@code null}, its times as ISO 8601. */
  public FocusValidator row(Map<String, @Nullable String> row) {
    for (String column : columns) {
      String value = row.get(column);
      if (value == null) {
        if (NEVER_NULL.contains(column)) {
          violations.add(column + " is null");
        }
      } else {
        value(column, value);
      }
    }
    conditions(row);
    return this;
  }

  private void value(String column, String value) {
    Set<String> allowed = VALUES.get(column);
    if (allowed != null && !allowed.contains(value)) {
      violations.add(column + " cannot be '" + value + "'");
    }
    if (DECIMALS.contains(column) && !isDecimal(value)) {
      violations.add(column + " is no number: '" + value + "'");
    }
    if (TIMES.contains(column) && !isTime(value)) {
      violations.add(column + " is no ISO 8601 time in UTC: '" + value + "'");
    }
    if (column.equals("BillingCurrency") && !isCurrency(value)) {
      violations.add("BillingCurrency is no currency of ISO 4217: '" + value + "'");
    }
    if (column.equals("Tags") && !isKeyValue(value)) {
      violations.add("Tags is no key-value text: '" + value + "'");
    }
  }

  private void nullBecause(Map<String, @Nullable String> row, String reason, String... unwanted) {
    for (String column : unwanted) {
      if (row.get(column) != null) {
        violations.add(column + " is not null though " + reason);
      }
    }
  }

  private void conditions(Map<String, @Nullable String> row) {
    boolean usage = "Usage".equals(row.get("ChargeCategory"));
    if (usage && row.get("ChargeClass") == null) {
      USAGE_NEEDS.stream()
          .filter(columns::contains)
          .filter(column -> row.get(column) == null)
          .forEach(column -> violations.add(column + " is null though it is usage"));
    }
    if ("Tax".equals(row.get("ChargeCategory"))) {
      nullBecause(row, "it is a tax", "PricingQuantity", "PricingUnit", "SkuPriceId");
    }
    if (!usage) {
      nullBecause(row, "it is not usage", "ConsumedQuantity", "ConsumedUnit");
    }
    if ("Purchase".equals(row.get("ChargeCategory"))) {
      if ("Usage-Based".equals(row.get("ChargeFrequency"))) {
        violations.add("ChargeFrequency cannot be 'Usage-Based' of a purchase");
      }
    }
    if (row.get("SubAccountId") == null) {
      nullBecause(row, "there is no SubAccountId", "SubAccountName", "SubAccountType");
    }
    if (row.get("SkuId") == null) {
      nullBecause(row, "there is no SkuId", "SkuMeter", "SkuPriceId");
    }
    together(row, "BillingAccountId", "BillingAccountType");
    together(row, "SubAccountId", "SubAccountType");
    together(row, "RegionId", "RegionName");
    together(row, "ConsumedQuantity", "ConsumedUnit");
    together(row, "PricingQuantity", "PricingUnit");
    together(row, "ResourceId", "ResourceType");
    String category = row.get("ServiceCategory");
    String subcategory = row.get("ServiceSubcategory");
    if (category != null
        && subcategory != null
        && subcategory.startsWith("Other (")
        && !subcategory.equals("Other (" + category + ")")) {
      violations.add("ServiceSubcategory '" + subcategory + "' is not of " + category);
    }
    before(row, "BillingPeriodStart", "BillingPeriodEnd");
    before(row, "ChargePeriodStart", "ChargePeriodEnd");
  }

  private void together(Map<String, @Nullable String> row, String one, String other) {
    if (columns.contains(one)
        && columns.contains(other)
        && (row.get(one) == null) != (row.get(other) == null)) {
      violations.add(one + " and " + other + " are not null together");
    }
  }

  private void before(Map<String, @Nullable String> row, String one, String other) {
    String start = row.get(one);
    String end = row.get(other);
    if (start != null
        && end != null
        && isTime(start)
        && isTime(end)
        && !Instant.parse(start).isBefore(Instant.parse(end))) {
      violations.add(one + " is not before " + other);
    }
  }

  /** Each once, in order. */
  public List<String> violations() {
    return new ArrayList<>(violations);
  }

  private static boolean isDecimal(String value) {
    try {
      return !new BigDecimal(value).toString().isEmpty() && value.matches("-?\\d+(\\.\\d+)?");
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static boolean isTime(String value) {
    try {
      Instant.parse(value);
      return value.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isCurrency(String value) {
    return Arrays.stream(value.split(",", 2))
        .allMatch(
            code ->
                Currency.getAvailableCurrencies().stream()
                    .map(Currency::getCurrencyCode)
                    .collect(Collectors.toSet())
                    .contains(code));
  }

  private static boolean isKeyValue(String value) {
    try {
      return JsonMapper.shared().readTree(value).isObject();
    } catch (tools.jackson.core.JacksonException e) {
      return false;
    }
  }
}
