package com.contoso.tollbooth.api;

import com.contoso.tollbooth.plate.PassageId;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A request that has found its operation; tells what its path, query and body say. */
record Call(ApiRequest request, Map<String, String> variables) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** A variable of the path template. */
  String variable(String name) {
    String value = variables.get(name);
    if (value == null) {
      throw new IllegalStateException("the path template has no variable " + name);
    }
    return value;
  }

  PassageId passage() {
    return new PassageId(variable("id"));
  }

  int limit(int otherwise) {
    String limit = request.query().getOrDefault("limit", "");
    try {
      return limit.isEmpty() ? otherwise : Integer.parseInt(limit);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'limit' is a whole number, not '" + limit + "'", e);
    }
  }

  /** A parameter of the query; {@code null} if it is not given or empty. */
  @Nullable String parameter(String name) {
    String value = request.query().get(name);
    return value == null || value.isEmpty() ? null : value;
  }

  @Nullable String header(String name) {
    return request.headers().get(name);
  }

  <T> T body(Class<T> type) {
    String contentType = request.headers().getOrDefault("content-type", "");
    if (!isJson(contentType)) {
      throw new UnsupportedBody(contentType);
    }
    try {
      T body = JSON.readValue(request.body(), type);
      if (body != null) {
        return body;
      }
    } catch (JacksonException e) {
      throw new IllegalArgumentException("the body is not the JSON that is asked for", e);
    }
    throw new IllegalArgumentException("the body is missing");
  }

  private static boolean isJson(String contentType) {
    String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return type.equals("application/json")
        || (type.startsWith("application/") && type.endsWith("+json"));
  }

  ApiAnswer refuse(Problem.Kind kind, String detail) {
    return ApiAnswer.problem(kind.of(request, detail), Map.of());
  }
}
