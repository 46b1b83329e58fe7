package com.contoso.tollbooth.azure.handlers;

import com.contoso.tollbooth.plate.PassageClosed;
import com.contoso.tollbooth.plate.PlateAccepted;
import com.contoso.tollbooth.plate.ReviewRequired;
import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.annotation.AuthorizationLevel;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Facts by HTTP, for a sender that has no trigger of its own: CloudEvents 1.0 in the structured
 * JSON mode, with the abuse protection of the HTTP 1.1 Web Hooks for Event Delivery specification.
 */
@Component
public class EventEndpoint {
  private final FactHandlers facts;
  private final EventOrigins origins;

  public EventEndpoint(FactHandlers facts, EventOrigins origins) {
    this.facts = facts;
    this.origins = origins;
  }

  @FunctionName("receiveEvent")
  public HttpResponseMessage receiveEvent(
      @HttpTrigger(
              name = "request",
              methods = {HttpMethod.OPTIONS, HttpMethod.POST},
              route = "events",
              dataType = "binary",
              authLevel = AuthorizationLevel.FUNCTION)
          HttpRequestMessage<Optional<byte[]>> request) {
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(request.getHeaders());
    return request.getHttpMethod() == HttpMethod.OPTIONS
        ? agree(request, headers)
        : receive(request, headers);
  }

  /** A sender asks before it sends; who is not named in the settings is not agreed with. */
  private HttpResponseMessage agree(HttpRequestMessage<?> request, Map<String, String> headers) {
    String origin = headers.getOrDefault("WebHook-Request-Origin", "");
    if (!origins.allowed().contains(origin)) {
      return request.createResponseBuilder(HttpStatus.FORBIDDEN).build();
    }
    return request
        .createResponseBuilder(HttpStatus.OK)
        .header("WebHook-Allowed-Origin", origin)
        .header("WebHook-Allowed-Rate", "*")
        .build();
  }

  private HttpResponseMessage receive(
      HttpRequestMessage<Optional<byte[]>> request, Map<String, String> headers) {
    if (!headers.getOrDefault("Content-Type", "").startsWith("application/cloudevents+json")) {
      return request.createResponseBuilder(HttpStatus.UNSUPPORTED_MEDIA_TYPE).build();
    }
    String event = new String(request.getBody().orElse(new byte[0]), StandardCharsets.UTF_8);
    switch (typeOf(event)) {
      case PlateAccepted.TYPE -> facts.savePlate(event);
      case ReviewRequired.TYPE -> facts.queueForReview(event);
      case PassageClosed.TYPE -> facts.closePassage(event);
      default -> {
        return request.createResponseBuilder(HttpStatus.BAD_REQUEST).build();
      }
    }
    return request.createResponseBuilder(HttpStatus.NO_CONTENT).build();
  }

  private static String typeOf(String event) {
    try {
      return JsonMapper.shared().readTree(event).path("type").asString("");
    } catch (JacksonException e) {
      return "";
    }
  }
}
