package com.contoso.tollbooth.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a host is to send back.
 *
 * @param contentType absent if there is no content
 * @param headers the others
 * @param body the host closes it
 */
public record ApiAnswer(
    int status, @Nullable String contentType, Map<String, String> headers, InputStream body) {
  private static final JsonMapper JSON = JsonMapper.shared();

  public ApiAnswer {
    headers = Map.copyOf(headers);
  }

  static ApiAnswer json(Object value) {
    return json(200, value);
  }

  static ApiAnswer json(int status, Object value) {
    return whole(status, "application/json", Map.of(), JSON.writeValueAsBytes(value));
  }

  static ApiAnswer problem(Problem problem, Map<String, String> headers) {
    return whole(
        problem.status(), "application/problem+json", headers, JSON.writeValueAsBytes(problem));
  }

  static ApiAnswer empty(int status, Map<String, String> headers) {
    return new ApiAnswer(status, null, headers, InputStream.nullInputStream());
  }

  private static ApiAnswer whole(
      int status, String contentType, Map<String, String> headers, byte[] bytes) {
    var all = new HashMap<>(headers);
    all.put("Content-Length", Integer.toString(bytes.length));
    return new ApiAnswer(status, contentType, all, new ByteArrayInputStream(bytes));
  }

  /** The same without its body, which is closed: what {@code HEAD} is answered. */
  ApiAnswer withoutBody() throws IOException {
    body.close();
    return new ApiAnswer(status, contentType, headers, InputStream.nullInputStream());
  }
}
