package com.contoso.tollbooth.usage.chargeback;

import com.contoso.tollbooth.usage.Dimensions;
import java.util.List;

/** Asks one thing about whom a cost is counted for; any one of its values will do. */
public sealed interface Condition {
  boolean holds(Dimensions dimensions);

  /** What a cost has one of. */
  enum Field {
    COST_CENTER("costCenter"),
    DEPARTMENT("department"),
    SUBSCRIPTION("subscription"),
    RESOURCE_GROUP("resourceGroup"),
    SERVICE("service");

    private final String key;

    Field(String key) {
      this.key = key;
    }

    /** As the rules file writes it. */
    public String key() {
      return key;
    }

    String of(Dimensions dimensions) {
      return switch (this) {
        case COST_CENTER -> dimensions.owner().costCenter();
        case DEPARTMENT -> dimensions.owner().department();
        case SUBSCRIPTION -> dimensions.subscription().value();
        case RESOURCE_GROUP -> dimensions.resourceGroup();
        case SERVICE -> dimensions.service();
      };
    }
  }

  /** A field is one of these. A subscription may be given by its id or its name. */
  record FieldIs(Field field, List<Glob> values) implements Condition {
    public FieldIs {
      values = List.copyOf(values);
    }

    @Override
    public boolean holds(Dimensions dimensions) {
      return matches(field.of(dimensions))
          || (field == Field.SUBSCRIPTION && matches(dimensions.subscriptionName()));
    }

    private boolean matches(String text) {
      return values.stream().anyMatch(value -> value.matches(text));
    }
  }

  /**
   * There is a tag of that name, whatever its case, and it has one of these values; the empty value
   * stands for no such tag, too.
   */
  record TagIs(String name, List<Glob> values) implements Condition {
    public TagIs {
      values = List.copyOf(values);
    }

    @Override
    public boolean holds(Dimensions dimensions) {
      String found = dimensions.tag(name);
      boolean asksForNone = values.stream().anyMatch(value -> value.pattern().isEmpty());
      return found.isEmpty() && !has(dimensions)
          ? asksForNone
          : values.stream().anyMatch(value -> value.matches(found));
    }

    private boolean has(Dimensions dimensions) {
      return dimensions.tags().keySet().stream().anyMatch(name::equalsIgnoreCase);
    }
  }
}
