package com.contoso.tollbooth.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.Yaml;

/** The description of the API, as far as tests compare it. */
final class OpenApi {
  private OpenApi() {}

  /** The methods of each path that is described. */
  static Map<String, Set<String>> operations() throws IOException {
    try (InputStream yaml = OpenApi.class.getResourceAsStream("/tollbooth/openapi.yaml")) {
      Map<String, Map<String, Map<String, Object>>> document = new Yaml().load(yaml);
      var operations = new TreeMap<String, Set<String>>();
      document.get("paths").forEach((path, methods) -> operations.put(path, upper(methods)));
      return operations;
    }
  }

  private static Set<String> upper(Map<String, Object> methods) {
    return methods.keySet().stream()
        .map(method -> method.toUpperCase(Locale.ROOT))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
