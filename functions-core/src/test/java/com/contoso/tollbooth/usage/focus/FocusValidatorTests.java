package com.contoso.tollbooth.usage.focus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That the judge finds each kind of fault. */
class FocusValidatorTests {
  private final Map<String, @Nullable String> row = new HashMap<>();

  FocusValidatorTests() {
    row.putAll(
        Map.ofEntries(
            Map.entry("BilledCost", "1.5"),
            Map.entry("BillingAccountId", "100"),
            Map.entry("BillingCurrency", "EUR"),
            Map.entry("BillingPeriodStart", "2026-01-01T00:00:00Z"),
            Map.entry("BillingPeriodEnd", "2026-02-01T00:00:00Z"),
            Map.entry("ChargeCategory", "Usage"),
            Map.entry("ChargePeriodStart", "2026-01-05T00:00:00Z"),
            Map.entry("ChargePeriodEnd", "2026-01-06T00:00:00Z"),
            Map.entry("ChargeFrequency", "Usage-Based"),
            Map.entry("ContractedCost", "1.5"),
            Map.entry("EffectiveCost", "1.5"),
            Map.entry("InvoiceIssuerName", "Microsoft"),
            Map.entry("ListCost", "1.5"),
            Map.entry("PricingQuantity", "-2"),
            Map.entry("PricingUnit", "Hour"),
            Map.entry("ProviderName", "Microsoft"),
            Map.entry("PublisherName", "Microsoft"),
            Map.entry("ServiceCategory", "Compute"),
            Map.entry("ServiceName", "Virtual Machines"),
            Map.entry("ServiceSubcategory", "Virtual Machines")));
    row.put("BillingAccountName", null);
    row.put("ChargeClass", null);
    row.put("ChargeDescription", null);
    row.put("Tags", "{\"a\":\"b\"}");
  }

  @Test
  void findsNoFaultInAGoodRow() {
    assertThat(violations()).isEmpty();
  }

  @Test
  void missesEveryMandatoryColumn() {
    for (String column : FocusValidator.MANDATORY) {
      var columns = new ArrayList<>(row.keySet());
      columns.remove(column);

      assertThat(new FocusValidator(columns).violations()).containsExactly(column + " is missing");
    }
  }

  @Test
  void findsColumnsTwiceOrMisnamed() {
    var columns = new ArrayList<>(row.keySet());
    columns.addAll(List.of("Tags", "cost_center", "x_Run"));

    assertThat(new FocusValidator(columns).violations())
        .containsExactly("Tags is there twice", "cost_center is not a column id");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "BilledCost, null, BilledCost is null",
        "ServiceCategory, null, ServiceCategory is null",
        "PricingUnit, null, PricingUnit is null though it is usage",
        "BilledCost, 1e5, BilledCost is no number: '1e5'",
        "ListCost, '1,5', 'ListCost is no number: ''1,5'''",
        "ChargeCategory, usage, ChargeCategory cannot be 'usage'",
        "ChargeClass, Refund, ChargeClass cannot be 'Refund'",
        "ChargeFrequency, Daily, ChargeFrequency cannot be 'Daily'",
        "ServiceCategory, Cloud, ServiceCategory cannot be 'Cloud'",
        "ServiceSubcategory, Other (Web), ServiceSubcategory 'Other (Web)' is not of Compute",
        "BillingCurrency, EURO, BillingCurrency is no currency of ISO 4217: 'EURO'",
        "BillingCurrency, eur, BillingCurrency is no currency of ISO 4217: 'eur'",
        "ChargePeriodEnd, 2026-01-06, ChargePeriodEnd is no ISO 8601 time in UTC: '2026-01-06'",
        "ChargePeriodEnd, 2026-01-05T00:00:00Z, ChargePeriodStart is not before ChargePeriodEnd",
        "BillingPeriodEnd, 2025-01-05T00:00:00Z, BillingPeriodStart is not before BillingPeriodEnd",
        "Tags, a=b, Tags is no key-value text: 'a=b'"
      })
  void findsTheFault(String column, @Nullable String value, String violation) {
    row.put(column, value);

    assertThat(violations()).contains(violation);
  }

  @Test
  void findsATaxWithAQuantity() {
    row.put("ChargeCategory", "Tax");

    assertThat(violations())
        .containsExactly(
            "PricingQuantity is not null though it is a tax",
            "PricingUnit is not null though it is a tax");
  }

  @Test
  void findsWhatIsThereThoughItDependsOnWhatIsNot() {
    row.put("SubAccountName", "North");
    row.put("SubAccountType", "Subscription");
    row.put("SkuMeter", "D2s v5");
    row.put("ChargeCategory", "Purchase");
    row.put("ConsumedUnit", "Hour");

    assertThat(violations())
        .contains(
            "SubAccountName is not null though there is no SubAccountId",
            "SubAccountType is not null though there is no SubAccountId",
            "SkuMeter is not null though there is no SkuId",
            "ConsumedUnit is not null though it is not usage",
            "ChargeFrequency cannot be 'Usage-Based' of a purchase");
  }

  @Test
  void findsColumnsOfAnotherType() {
    assertThat(
            new FocusValidator(List.copyOf(row.keySet()))
                .types(Map.of("BilledCost", "DOUBLE", "ServiceName", "VARCHAR"))
                .violations())
        .contains(
            "BilledCost is no decimal column",
            "ChargePeriodEnd is no UTC time column",
            "ProviderName is no text column")
        .doesNotContain("ServiceName is no text column");
  }

  private List<String> violations() {
    return new FocusValidator(List.copyOf(row.keySet())).row(row).violations();
  }
}
