package com.contoso.tollbooth.azure.infra;

import java.util.List;
import java.util.Map;

/** What stands behind a colon or an equals sign of a Bicep file. */
sealed interface BicepValue {
  /** A string as written: {@code ${…}} is still in it. */
  record Text(String raw) implements BicepValue {}

  record Items(List<BicepValue> values) implements BicepValue {}

  record Fields(Map<String, BicepValue> values) implements BicepValue {}

  /** A loop. */
  record Each(String variable, BicepValue source, BicepValue body) implements BicepValue {}

  /** Whatever else: a number, a name, a call. */
  record Expression(String code) implements BicepValue {}

  /** A field of an object. */
  default BicepValue get(String... path) {
    BicepValue value = this;
    for (String key : path) {
      BicepValue holder = value instanceof Each each ? each.body() : value;
      value = holder instanceof Fields fields ? fields.values().get(key) : null;
      if (value == null) {
        throw new IllegalArgumentException("there is no " + String.join(".", path) + " in " + this);
      }
    }
    return value;
  }

  default List<BicepValue> items() {
    return ((Items) this).values();
  }

  default Map<String, BicepValue> fields() {
    return ((Fields) this).values();
  }

  /** A literal's text. */
  default String text() {
    return switch (this) {
      case Text(String raw) -> raw;
      case Expression(String code) -> code;
      case BicepValue other -> throw new IllegalStateException(other + " is no text");
    };
  }
}
