package com.contoso.tollbooth.usage;

import com.contoso.tollbooth.usage.Enrollment.ReportSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON document of an enrollment: {@code enrollmentNumber}, {@code description}, {@code
 * accessKey}, {@code detailedEnabled} and {@code summaryEnabled} as the texts {@code "true"} and
 * {@code "false"}, and {@code source}, which may be left out. An access key that begins with
 * {@code @Microsoft.KeyVault(} or {@code https://} is a reference. Elements it does not know are
 * kept.
 */
public final class EnrollmentJson {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String NUMBER = "enrollmentNumber";
  private static final String DESCRIPTION = "description";
  private static final String KEY = "accessKey";
  private static final String DETAILED = "detailedEnabled";
  private static final String SUMMARY = "summaryEnabled";
  private static final String SOURCE = "source";

  private EnrollmentJson() {}

  /**
   * Reads a document.
   *
   * @throws IllegalArgumentException if it is none; the message names the element, never the key
   */
  public static Enrollment parse(String json) {
    try {
      Map<String, Object> document =
          JSON.readValue(json, new TypeReference<@Nullable Map<String, Object>>() {});
      if (document == null) {
        throw new IllegalArgumentException("an enrollment is a JSON object");
      }
      return of(document);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("an enrollment is a JSON object", e);
    }
  }

  /** Reads a document's elements. */
  public static Enrollment of(Map<String, Object> document) {
    var rest = new LinkedHashMap<>(document);
    rest.values().removeIf(value -> value == null);
    return new Enrollment(
        new EnrollmentNumber(text(rest, NUMBER, null)),
        text(rest, DESCRIPTION, ""),
        key(text(rest, KEY, "")),
        source(text(rest, SOURCE, ReportSource.COST_DETAILS.name())),
        truth(rest, DETAILED),
        truth(rest, SUMMARY),
        rest);
  }

  /** The elements of a document, such that {@link #of} gives the enrollment back. */
  public static Map<String, Object> document(Enrollment enrollment) {
    var document = new LinkedHashMap<String, Object>();
    document.put(NUMBER, enrollment.number().value());
    document.put(DESCRIPTION, enrollment.description());
    document.put(
        KEY,
        switch (enrollment.accessKey()) {
          case AccessKey.Reference(var uri) -> uri;
          case AccessKey.Plain(var key) -> key;
        });
    document.put(DETAILED, Boolean.toString(enrollment.detailedEnabled()));
    document.put(SUMMARY, Boolean.toString(enrollment.summaryEnabled()));
    document.put(SOURCE, enrollment.source().name());
    document.putAll(enrollment.further());
    return document;
  }

  private static String text(Map<String, Object> rest, String name, @Nullable String otherwise) {
    Object value = rest.remove(name);
    if (value == null && otherwise != null) {
      return otherwise;
    }
    if (value instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("the enrollment's element " + name + " is not a text");
  }

  private static boolean truth(Map<String, Object> rest, String name) {
    Object value = rest.remove(name);
    return switch (String.valueOf(value).toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false", "null" -> false;
      default ->
          throw new IllegalArgumentException(
              "the enrollment's element " + name + " is \"true\" or \"false\", not " + value);
    };
  }

  private static AccessKey key(String key) {
    return key.startsWith("@Microsoft.KeyVault(") || key.startsWith("https://")
        ? new AccessKey.Reference(key)
        : new AccessKey.Plain(key);
  }

  private static ReportSource source(String name) {
    try {
      return ReportSource.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("'" + name + "' is not a source of usage reports", e);
    }
  }
}
