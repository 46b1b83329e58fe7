package com.contoso.tollbooth.azure.infra;

import static com.contoso.tollbooth.azure.infra.Repository.found;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Whether the gateway lets through what the API describes, and nothing else. */
class GatewayTests {
  private static final BicepFile API = Repository.template("modules/api.bicep");
  private static final String POLICY =
      Repository.text(Repository.INFRA.resolve("policies/api.xml"));

  /** What only a laptop has. */
  private static final Set<String> LOCAL = Set.of("/api/stream", "/api/mails", "/api/simulator");

  @Test
  void letsEveryOperationThrough() throws IOException {
    var open = new TreeMap<String, String>();
    for (BicepValue operation : API.value("var", "operations").items()) {
      String path = operation.get("path").text();
      open.put(operation.get("name").text(), operation.get("method").text() + " /api" + path);
      var named = new ArrayList<String>();
      operation.get("parameters").items().forEach(each -> named.add(each.text()));
      assertThat(named).as(path).containsExactlyInAnyOrderElementsOf(found("\\{(\\w+)\\}", path));
    }

    assertThat(open).isEqualTo(described());
  }

  @Test
  void policiesNameOperationsThatExist() throws IOException {
    assertThat(found("Operation\\.Id != &quot;(\\w+)&quot;", POLICY))
        .isNotEmpty()
        .isSubsetOf(described().keySet());
  }

  /** Else a caller could name himself another reader. */
  @Test
  void writesOverTheReadersName() {
    assertThat(POLICY)
        .contains("<set-header name=\"X-TollBooth-Reader\" exists-action=\"override\">");
  }

  private static Map<String, String> described() throws IOException {
    var operations = new TreeMap<String, String>();
    try (InputStream document = GatewayTests.class.getResourceAsStream("/tollbooth/openapi.yaml")) {
      Map<String, Map<String, Map<String, Map<String, Object>>>> root = new Yaml().load(document);
      root.get("paths")
          .forEach(
              (path, methods) -> {
                if (!LOCAL.contains(path)) {
                  for (String method : List.of("get", "put", "post", "delete")) {
                    if (methods.containsKey(method)) {
                      operations.put(
                          String.valueOf(methods.get(method).get("operationId")),
                          method.toUpperCase(Locale.ROOT) + " " + path);
                    }
                  }
                }
              });
    }
    return operations;
  }
}
