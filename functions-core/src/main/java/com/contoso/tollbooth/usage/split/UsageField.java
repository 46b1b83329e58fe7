package com.contoso.tollbooth.usage.split;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a usage line has a place for, and how the formats name it. Of several names in one element
 * the first that is listed here and has a text wins; the others are kept by their own names. Case,
 * spaces and dashes within a name do not matter.
 */
enum UsageField {
  SUBSCRIPTION("subscriptionguid", "subscriptionid"),
  DATE("date", "usagedate", "usagedatetime"),
  QUANTITY("consumedquantity", "quantity", "usagequantity"),
  COST("costinbillingcurrency", "extendedcost", "cost", "pretaxcost"),
  UNIT_PRICE("unitprice", "resourcerate", "effectiveprice"),
  CURRENCY("billingcurrency", "billingcurrencycode", "currency", "currencycode"),
  SUBSCRIPTION_NAME("subscriptionname"),
  METER_ID("meterid"),
  METER_NAME("metername"),
  METER_CATEGORY("metercategory"),
  METER_SUB_CATEGORY("metersubcategory"),
  METER_REGION("meterregion"),
  UNIT("unitofmeasure"),
  RESOURCE_ID("instanceid", "resourceid"),
  RESOURCE_GROUP("resourcegroup", "resourcegroupname"),
  RESOURCE_LOCATION("resourcelocation", "location"),
  SERVICE("consumedservice"),
  COST_CENTER("costcenter"),
  DEPARTMENT("departmentname", "department", "invoicesectionname", "invoicesection"),
  ACCOUNT("accountname"),
  TAGS("tags");

  /** Those whose values the split itself needs. */
  private static final int NEEDED = 5;

  private static final Map<String, Name> NAMES = names();

  private final List<String> names;

  UsageField(String... names) {
    this.names = List.of(names);
  }

  boolean needed() {
    return ordinal() < NEEDED;
  }

  /** Which field a report's name stands for, if any has a place for it. */
  static @Nullable Name of(String reportsName) {
    return NAMES.get(reportsName.replaceAll("[ _-]", "").toLowerCase(Locale.ROOT));
  }

  private static Map<String, Name> names() {
    Map<String, Name> names = new HashMap<>();
    for (UsageField field : values()) {
      field.names.forEach(name -> names.put(name, new Name(field, field.names.indexOf(name))));
    }
    return names;
  }

  /**
   * One of a field's names.
   *
   * @param rank 0 is the one that wins
   */
  record Name(UsageField field, int rank) {}
}
