package com.contoso.tollbooth.azure.handlers;

import com.contoso.tollbooth.api.ApiAnswer;
import com.contoso.tollbooth.api.ApiRequest;
import com.contoso.tollbooth.api.TollBoothApi;
import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The JSON API, behind the gateway that knows who asks. */
@Component
public class ApiHandlers {
  private static final String USAGE = "/api/usage/";

  private final TollBoothApi api;
  private final Supplier<TollBoothApi> usage;
  private final LargeFiles largeFiles;

  public ApiHandlers(TollBoothApi api, Supplier<TollBoothApi> usageApi, LargeFiles largeFiles) {
    this.api = api;
    this.usage = usageApi;
    this.largeFiles = largeFiles;
  }

  @FunctionName("api")
  public HttpResponseMessage api(
      @HttpTrigger(
              name = "request",
              methods = {
                HttpMethod.GET,
                HttpMethod.HEAD,
                HttpMethod.POST,
                HttpMethod.PUT,
                HttpMethod.DELETE,
                HttpMethod.OPTIONS
              },
              route = "{*path}",
              dataType = "binary",
              authLevel = AuthorizationLevel.FUNCTION)
          HttpRequestMessage<Optional<byte[]>> request) {
    return answer(request);
  }

  /** Has a name of its own, so that ops can be let in here and nowhere else. */
  @FunctionName("replayDeadLetter")
  public HttpResponseMessage replayDeadLetter(
      @HttpTrigger(
              name = "request",
              methods = HttpMethod.POST,
              route = "dead-letters/replay",
              dataType = "binary",
              authLevel = AuthorizationLevel.FUNCTION)
          HttpRequestMessage<Optional<byte[]>> request) {
    return answer(request);
  }

  private HttpResponseMessage answer(HttpRequestMessage<Optional<byte[]>> request) {
    String path = request.getUri().getRawPath();
    ApiAnswer answer =
        (path.startsWith(USAGE) ? usage.get() : api)
            .answer(
                new ApiRequest(
                    request.getHttpMethod().name(),
                    path,
                    request.getQueryParameters(),
                    smallNames(request.getHeaders()),
                    new ByteArrayInputStream(request.getBody().orElse(new byte[0]))));
    try (InputStream body = answer.body()) {
      Optional<URI> link =
          isFileRead(request, answer)
              ? largeFiles.link(request.getUri().getPath())
              : Optional.empty();
      return link.isPresent() ? elsewhere(request, link.get()) : whole(request, answer, body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Another method is answered with 200 without a look at its sender's rights. */
  private static boolean isFileRead(HttpRequestMessage<?> request, ApiAnswer answer) {
    return request.getHttpMethod() == HttpMethod.GET && answer.status() == HttpStatus.OK.value();
  }

  /** Functions in Java cannot stream: the worker has all of an answer in memory. */
  private static HttpResponseMessage whole(
      HttpRequestMessage<?> request, ApiAnswer answer, InputStream body) throws IOException {
    var response = request.createResponseBuilder(HttpStatus.valueOf(answer.status()));
    answer.headers().forEach(response::header);
    if (answer.contentType() != null) {
      response.header("Content-Type", answer.contentType());
    }
    return response.body(body.readAllBytes()).build();
  }

  private static HttpResponseMessage elsewhere(HttpRequestMessage<?> request, URI link) {
    return request
        .createResponseBuilder(HttpStatus.TEMPORARY_REDIRECT)
        .header("Location", link.toString())
        .header("Cache-Control", "no-store")
        .build();
  }

  private static Map<String, String> smallNames(Map<String, String> headers) {
    var small = new HashMap<String, String>();
    headers.forEach((name, value) -> small.put(name.toLowerCase(Locale.ROOT), value));
    return small;
  }
}
