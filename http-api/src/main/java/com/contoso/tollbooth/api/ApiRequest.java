package com.contoso.tollbooth.api;

import java.io.InputStream;
import java.util.Map;

/**
 * A request as any host can tell it.
 *
 * @param path as it was sent: percent-encoded, without the query
 * @param query decoded; of a name that is given twice one value
 * @param headers by their names in lower case; of a header that is given twice one value
 * @param body read once at most, and not closed
 */
public record ApiRequest(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    InputStream body) {
  public ApiRequest {
    query = Map.copyOf(query);
    headers = Map.copyOf(headers);
  }
}
