package com.contoso.tollbooth.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A path whose segments in braces stand for one segment each, such as {@code /api/exports/{file}}.
 */
record PathTemplate(String text) {

  boolean matches(String path) {
    List<String> template = segments(text);
    List<String> segments = segments(path);
    if (template.size() != segments.size()) {
      return false;
    }
    for (int i = 0; i < template.size(); i++) {
      boolean fits =
          variable(template.get(i))
              ? !segments.get(i).isEmpty()
              : template.get(i).equals(segments.get(i));
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  /** What the braces stand for in a path that matches, decoded. */
  Map<String, String> variables(String path) {
    List<String> template = segments(text);
    List<String> segments = segments(path);
    var variables = new HashMap<String, String>();
    for (int i = 0; i < template.size(); i++) {
      String name = template.get(i);
      if (variable(name)) {
        variables.put(name.substring(1, name.length() - 1), decoded(segments.get(i)));
      }
    }
    return variables;
  }

  private static List<String> segments(String path) {
    return List.of(path.split("/", -1));
  }

  private static boolean variable(String segment) {
    return segment.startsWith("{");
  }

  /** In a path a plus sign is itself, and an encoded slash would let one segment be two. */
  private static String decoded(String segment) {
    String decoded = URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    if (decoded.indexOf('/') >= 0) {
      throw new IllegalArgumentException("a segment of the path holds no slash");
    }
    return decoded;
  }
}
