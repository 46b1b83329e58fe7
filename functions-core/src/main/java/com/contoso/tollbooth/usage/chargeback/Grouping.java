package com.contoso.tollbooth.usage.chargeback;

import com.contoso.tollbooth.usage.Dimensions;
import java.util.List;

/** What costs are grouped by. */
public sealed interface Grouping {
  /** Empty if the cost has none. */
  String key(Dimensions dimensions);

  /** The column's title. */
  String title();

  /** What a reader knows the key by, if it is something else than the key. */
  default String label(Dimensions dimensions) {
    return key(dimensions);
  }

  /** By subscription, cost centre, department, resource group or service. */
  record ByField(Condition.Field field) implements Grouping {
    @Override
    public String key(Dimensions dimensions) {
      return field.of(dimensions);
    }

    @Override
    public String label(Dimensions dimensions) {
      return field == Condition.Field.SUBSCRIPTION
          ? dimensions.subscriptionName()
          : key(dimensions);
    }

    @Override
    public String title() {
      return Character.toUpperCase(field.key().charAt(0)) + field.key().substring(1);
    }
  }

  /** By the value of one tag, whatever the case of its name. */
  record ByTag(String name) implements Grouping {
    @Override
    public String key(Dimensions dimensions) {
      return dimensions.tag(name);
    }

    @Override
    public String title() {
      return "Tag:" + name;
    }
  }

  /**
   * From {@code costCenter}, {@code department}, {@code subscription}, {@code resourceGroup},
   * {@code service} or {@code tag:NAME}.
   *
   * @throws IllegalArgumentException if it is none of these
   */
  static Grouping of(String text) {
    return switch (CostFilter.condition(text, List.of())) {
      case Condition.FieldIs(var field, var ignored) -> new ByField(field);
      case Condition.TagIs(var name, var ignored) -> new ByTag(name);
    };
  }
}
