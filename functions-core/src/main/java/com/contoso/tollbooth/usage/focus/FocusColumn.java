package com.contoso.tollbooth.usage.focus;

import static com.contoso.tollbooth.usage.focus.FocusColumn.Level.CONDITIONAL;
import static com.contoso.tollbooth.usage.focus.FocusColumn.Level.CUSTOM;
import static com.contoso.tollbooth.usage.focus.FocusColumn.Level.MANDATORY;
import static com.contoso.tollbooth.usage.focus.FocusColumn.Level.RECOMMENDED;
import static com.contoso.tollbooth.usage.focus.FocusColumn.Nulls.ALLOWED;
import static com.contoso.tollbooth.usage.focus.FocusColumn.Nulls.NONE;
import static com.contoso.tollbooth.usage.focus.FocusColumn.Type.COST;
import static com.contoso.tollbooth.usage.focus.FocusColumn.Type.PRICE;
import static com.contoso.tollbooth.usage.focus.FocusColumn.Type.QUANTITY;
import static com.contoso.tollbooth.usage.focus.FocusColumn.Type.TEXT;
import static com.contoso.tollbooth.usage.focus.FocusColumn.Type.TIME;

import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The columns of the export in their order: FOCUS 1.2's by name, then ours. Each row says its type,
 * its feature level and nullability in the specification, its allowed values (none: any) and where
 * its value is from.
 *
 * <p>Levels, nullability and values are those of the "Content constraints" of each column in the
 * FOCUS specification, version 1.2 ({@code specification/columns} of FOCUS_Spec at github.com). Of
 * its conditional columns those are here of which a report says something. Two choices of ours:
 *
 * <ul>
 *   <li>{@code ChargeClass} is "Correction" where FOCUS asks for it, of a correction to a billing
 *       period that was invoiced before. Reports have no invoices; a month that was closed stands
 *       for one. So a line is a correction if it stands as a restatement of its month wrote it.
 *       What a restatement took away has no line.
 *   <li>{@code EffectiveCost} of a purchase that covers later use is 0 in FOCUS, because that use
 *       bears it. The actual costs that are read here have no such use, so the purchase bears it:
 *       else it would be nowhere.
 * </ul>
 */
public enum FocusColumn {
  BILLED_COST("BilledCost", COST, MANDATORY, NONE, FocusRow::cost),
  BILLING_ACCOUNT_ID(
      "BillingAccountId", TEXT, MANDATORY, NONE, r -> r.entry().enrollment().value()),
  BILLING_ACCOUNT_NAME("BillingAccountName", TEXT, MANDATORY, ALLOWED, FocusRow::account),
  BILLING_ACCOUNT_TYPE("BillingAccountType", TEXT, CONDITIONAL, NONE, r -> "Enrollment"),
  BILLING_CURRENCY("BillingCurrency", TEXT, MANDATORY, NONE, FocusRow::currency),
  BILLING_PERIOD_END("BillingPeriodEnd", TIME, MANDATORY, NONE, FocusRow::billingEnd),
  BILLING_PERIOD_START("BillingPeriodStart", TIME, MANDATORY, NONE, FocusRow::billingStart),
  CHARGE_CATEGORY(
      "ChargeCategory", MANDATORY, NONE, FocusValues.CHARGE_CATEGORIES, r -> r.kind().category),
  CHARGE_CLASS(
      "ChargeClass", MANDATORY, ALLOWED, FocusValues.CHARGE_CLASSES, FocusRow::chargeClass),
  CHARGE_DESCRIPTION("ChargeDescription", TEXT, MANDATORY, ALLOWED, FocusTexts::description),
  CHARGE_FREQUENCY(
      "ChargeFrequency", RECOMMENDED, NONE, FocusValues.CHARGE_FREQUENCIES, FocusTexts::frequency),
  CHARGE_PERIOD_END(
      "ChargePeriodEnd", TIME, MANDATORY, NONE, r -> FocusRow.start(r.line().date().plusDays(1))),
  CHARGE_PERIOD_START(
      "ChargePeriodStart", TIME, MANDATORY, NONE, r -> FocusRow.start(r.line().date())),
  CONSUMED_QUANTITY("ConsumedQuantity", QUANTITY, CONDITIONAL, ALLOWED, FocusTexts::consumed),
  CONSUMED_UNIT("ConsumedUnit", TEXT, CONDITIONAL, ALLOWED, FocusTexts::consumedUnit),
  CONTRACTED_COST("ContractedCost", COST, MANDATORY, NONE, FocusRow::cost),
  EFFECTIVE_COST("EffectiveCost", COST, MANDATORY, NONE, FocusRow::cost),
  INVOICE_ISSUER_NAME("InvoiceIssuerName", TEXT, MANDATORY, NONE, r -> "Microsoft"),
  LIST_COST("ListCost", COST, MANDATORY, NONE, FocusRow::cost),
  PRICING_QUANTITY("PricingQuantity", QUANTITY, MANDATORY, ALLOWED, FocusTexts::priced),
  PRICING_UNIT("PricingUnit", TEXT, MANDATORY, ALLOWED, FocusTexts::pricedUnit),
  PROVIDER_NAME("ProviderName", TEXT, MANDATORY, NONE, r -> "Microsoft"),
  PUBLISHER_NAME("PublisherName", TEXT, MANDATORY, NONE, FocusTexts::publisher),
  REGION_ID("RegionId", TEXT, CONDITIONAL, ALLOWED, FocusTexts::regionId),
  REGION_NAME("RegionName", TEXT, CONDITIONAL, ALLOWED, FocusTexts::regionName),
  RESOURCE_ID("ResourceId", TEXT, CONDITIONAL, ALLOWED, FocusTexts::resourceId),
  RESOURCE_NAME("ResourceName", TEXT, CONDITIONAL, ALLOWED, FocusTexts::resourceName),
  RESOURCE_TYPE("ResourceType", TEXT, CONDITIONAL, ALLOWED, FocusTexts::resourceType),
  SERVICE_CATEGORY(
      "ServiceCategory",
      MANDATORY,
      NONE,
      FocusService.categories(),
      r -> FocusService.of(r.serviceName()).category()),
  SERVICE_NAME("ServiceName", TEXT, MANDATORY, NONE, FocusRow::serviceName),
  SERVICE_SUBCATEGORY(
      "ServiceSubcategory",
      RECOMMENDED,
      NONE,
      FocusService.subcategories(),
      r -> FocusService.of(r.serviceName()).subcategory()),
  SKU_ID("SkuId", TEXT, CONDITIONAL, ALLOWED, FocusTexts::sku),
  SKU_METER("SkuMeter", TEXT, CONDITIONAL, ALLOWED, FocusTexts::skuMeter),
  SKU_PRICE_ID("SkuPriceId", TEXT, CONDITIONAL, ALLOWED, FocusTexts::sku),
  SUB_ACCOUNT_ID("SubAccountId", TEXT, CONDITIONAL, ALLOWED, FocusTexts::subAccount),
  SUB_ACCOUNT_NAME("SubAccountName", TEXT, CONDITIONAL, ALLOWED, FocusTexts::subAccountName),
  SUB_ACCOUNT_TYPE("SubAccountType", TEXT, CONDITIONAL, ALLOWED, FocusTexts::subAccountType),
  TAGS("Tags", TEXT, CONDITIONAL, ALLOWED, FocusTexts::tags),
  X_ACCOUNT_NAME("x_AccountName", TEXT, CUSTOM, ALLOWED, r -> orNull(r.line().owner().account())),
  X_COST_BASIS("x_CostBasis", TEXT, CUSTOM, NONE, r -> r.entry().cost().basis().name()),
  X_COST_CENTER("x_CostCenter", TEXT, CUSTOM, ALLOWED, r -> orNull(r.line().owner().costCenter())),
  X_DEPARTMENT("x_Department", TEXT, CUSTOM, ALLOWED, r -> orNull(r.line().owner().department())),
  X_LINE_ID("x_LineId", TEXT, CUSTOM, NONE, r -> r.entry().id().value()),
  X_METER_SUBCATEGORY(
      "x_MeterSubcategory", TEXT, CUSTOM, ALLOWED, r -> orNull(r.line().meter().subCategory())),
  X_RESOURCE_GROUP_NAME(
      "x_ResourceGroupName", TEXT, CUSTOM, ALLOWED, r -> orNull(r.line().resource().group())),
  X_RUN_ID("x_RunId", TEXT, CUSTOM, NONE, r -> r.entry().run().value()),
  X_UNIT_PRICE("x_UnitPrice", PRICE, CUSTOM, ALLOWED, r -> r.line().charge().unitPrice());

  /** ISO 4217's code for no currency: of a line that names none, which has no cost either. */
  static final String NO_CURRENCY = "XXX";

  private final String id;
  private final Type type;
  private final Level level;
  private final Nulls nulls;
  private final Set<String> allowed;
  private final Function<FocusRow, @Nullable Object> source;

  FocusColumn(
      String id, Type type, Level level, Nulls nulls, Function<FocusRow, @Nullable Object> source) {
    this(id, type, level, nulls, Set.of(), source);
  }

  FocusColumn(
      String id,
      Level level,
      Nulls nulls,
      Set<String> allowed,
      Function<FocusRow, @Nullable Object> source) {
    this(id, TEXT, level, nulls, allowed, source);
  }

  FocusColumn(
      String id,
      Type type,
      Level level,
      Nulls nulls,
      Set<String> allowed,
      Function<FocusRow, @Nullable Object> source) {
    this.id = id;
    this.type = type;
    this.level = level;
    this.nulls = nulls;
    this.allowed = allowed;
    this.source = source;
  }

  public String id() {
    return id;
  }

  public Type type() {
    return type;
  }

  public Level level() {
    return level;
  }

  public Nulls nulls() {
    return nulls;
  }

  /** Empty if any value will do. */
  public Set<String> allowed() {
    return allowed;
  }

  @Nullable Object value(FocusRow row) {
    return source.apply(row);
  }

  private static @Nullable String orNull(String text) {
    return text.isBlank() ? null : text;
  }

  /** What a column holds. FOCUS calls the first three decimals. */
  public enum Type {
    COST,
    QUANTITY,
    PRICE,
    TEXT,
    TIME;

    public boolean isDecimal() {
      return this == COST || this == QUANTITY || this == PRICE;
    }
  }

  /** How firmly FOCUS asks for a column. */
  public enum Level {
    MANDATORY,
    CONDITIONAL,
    RECOMMENDED,
    CUSTOM
  }

  /** Whether a value may be absent. */
  public enum Nulls {
    ALLOWED,
    NONE
  }
}
