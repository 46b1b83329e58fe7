package com.contoso.tollbooth.local.web;

import com.contoso.tollbooth.api.ApiAnswer;
import com.contoso.tollbooth.api.ApiRequest;
import com.contoso.tollbooth.api.TollBoothApi;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.HttpRequestHandler;

/** Servlet requests in, the answers of the API out; bodies stream both ways. */
final class ApiHandler implements HttpRequestHandler {
  private final TollBoothApi api;

  ApiHandler(TollBoothApi api) {
    this.api = api;
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    // Taken before the parameters, so that the container does not read a form in its place.
    InputStream sent = request.getInputStream();
    ApiAnswer answer =
        api.answer(
            new ApiRequest(
                request.getMethod(),
                request.getRequestURI(),
                query(request),
                headers(request),
                sent));
    try (InputStream body = answer.body()) {
      response.setStatus(answer.status());
      response.setContentType(answer.contentType());
      answer.headers().forEach(response::setHeader);
      body.transferTo(response.getOutputStream());
    }
  }

  private static Map<String, String> query(HttpServletRequest request) {
    var query = new HashMap<String, String>();
    request.getParameterMap().forEach((name, values) -> query.put(name, values[0]));
    return query;
  }

  private static Map<String, String> headers(HttpServletRequest request) {
    var headers = new HashMap<String, String>();
    for (String name : Collections.list(request.getHeaderNames())) {
      headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name));
    }
    return headers;
  }
}
