package com.contoso.tollbooth.azure.items;

import com.azure.cosmos.models.CosmosItemResponse;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON document as the database keeps it, with the ETag under which it was read.
 *
 * @param answeredAt what the database's clock showed, as an HTTP date, if it came from there
 */
public record Item(Map<String, Object> fields, @Nullable String answeredAt) {
  public Item {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  public Item(Map<String, Object> fields) {
    this(fields, null);
  }

  static Item of(CosmosItemResponse<?> response) {
    return new Item(
        ItemQueries.typed((Map<?, ?>) response.getItem()), date(response.getResponseHeaders()));
  }

  /** The client hands names on as it got them, in capitals or not. */
  private static @Nullable String date(Map<String, String> headers) {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase("Date"))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  public static Item named(String id) {
    return new Item(Map.of("id", id));
  }

  public String id() {
    return text("id");
  }

  public String etag() {
    return text("_etag");
  }

  /** A copy with another value; without the field if it is {@code null}. */
  public Item with(String field, @Nullable Object value) {
    var copy = new LinkedHashMap<>(fields);
    if (value == null) {
      copy.remove(field);
    } else {
      copy.put(field, value);
    }
    return new Item(copy, answeredAt);
  }

  public @Nullable Object get(String field) {
    return fields.get(field);
  }

  public String text(String field) {
    return (String) Objects.requireNonNull(fields.get(field), field);
  }

  public @Nullable String textOrNull(String field) {
    return (String) fields.get(field);
  }

  public long number(String field) {
    return ((Number) Objects.requireNonNull(fields.get(field), field)).longValue();
  }

  public @Nullable Long numberOrNull(String field) {
    return fields.get(field) instanceof Number number ? number.longValue() : null;
  }

  public double decimal(String field) {
    return ((Number) Objects.requireNonNull(fields.get(field), field)).doubleValue();
  }

  /** How many bytes it has as JSON. */
  public int length() {
    return JsonMapper.shared().writeValueAsBytes(fields).length;
  }

  public boolean is(String field, Object value) {
    return value.equals(fields.get(field));
  }
}
