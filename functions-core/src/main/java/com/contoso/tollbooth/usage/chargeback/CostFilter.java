package com.contoso.tollbooth.usage.chargeback;

import com.contoso.tollbooth.usage.Dimensions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which costs are meant: those of which every condition holds; all, if there are none. */
public record CostFilter(List<Condition> conditions) {
  public static final CostFilter ALL = new CostFilter(List.of());
  private static final String TAG = "tag:";

  public CostFilter {
    conditions = List.copyOf(conditions);
  }

  /**
   * From texts such as {@code costCenter → CC-1} or {@code tag:system → tollbooth}; a value may
   * hold {@code *} and {@code ?}.
   *
   * @throws IllegalArgumentException if a key is none of the known
   */
  public static CostFilter of(Map<String, String> texts) {
    return new CostFilter(
        texts.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(text -> condition(text.getKey(), List.of(Glob.of(text.getValue()))))
            .toList());
  }

  static Condition condition(String key, List<Glob> values) {
    if (key.startsWith(TAG) && key.length() > TAG.length()) {
      return new Condition.TagIs(key.substring(TAG.length()), values);
    }
    return Arrays.stream(Condition.Field.values())
        .filter(field -> field.key().equals(key))
        .findFirst()
        .map(field -> new Condition.FieldIs(field, values))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'%s' is not known; there are %s and tag:NAME".formatted(key, known())));
  }

  static String known() {
    return Arrays.stream(Condition.Field.values())
        .map(Condition.Field::key)
        .collect(Collectors.joining(", "));
  }

  public boolean includes(Dimensions dimensions) {
    return conditions.stream().allMatch(condition -> condition.holds(dimensions));
  }
}
