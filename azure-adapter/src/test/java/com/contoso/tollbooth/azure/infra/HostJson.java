package com.contoso.tollbooth.azure.infra;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The settings of the Functions host, as they are deployed. */
record HostJson(JsonNode root) {
  private static final Pattern TIME_SPAN =
      Pattern.compile("(?:(\\d+)\\.)?(\\d{2}):(\\d{2}):(\\d{2})(?:\\.(\\d{3}))?");

  static HostJson read() {
    return new HostJson(JsonMapper.shared().readTree(Repository.text(Repository.HOST)));
  }

  String text(String path) {
    return root.at("/" + path.replace('.', '/')).asString();
  }

  int number(String path) {
    return root.at("/" + path.replace('.', '/')).asInt();
  }

  Duration duration(String path) {
    return Duration.ofMillis(Math.round(numbers().get(path) * 1000));
  }

  /** Every number, and every time in seconds, by its path. */
  Map<String, Double> numbers() {
    var numbers = new TreeMap<String, Double>();
    collect("", root, numbers);
    return numbers;
  }

  private static void collect(String path, JsonNode node, Map<String, Double> numbers) {
    for (var field : node.properties()) {
      collect(
          path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), numbers);
    }
    Matcher span = TIME_SPAN.matcher(node.isString() ? node.asString() : "");
    if (node.isNumber()) {
      numbers.put(path, node.asDouble());
    } else if (span.matches()) {
      double seconds =
          86_400 * part(span, 1) + 3_600 * part(span, 2) + 60 * part(span, 3) + part(span, 4);
      numbers.put(path, seconds + part(span, 5) / 1000);
    }
  }

  private static double part(Matcher span, int group) {
    return span.group(group) == null ? 0 : Double.parseDouble(span.group(group));
  }
}
