package com.contoso.tollbooth.azure.testkit.cosmos;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One answer of the gateway: status, body if any, request charge and headers. */
record GatewayResponse(
    int status, @Nullable JsonNode body, double charge, Map<String, String> headers) {

  GatewayResponse(int status, @Nullable JsonNode body, double charge) {
    this(status, body, charge, Map.of());
  }

  static GatewayResponse failure(CosmosFailure failure) {
    JsonNode body =
        GatewayRequest.JSON
            .createObjectNode()
            .put("code", failure.code())
            .put("message", failure.getMessage());
    return new GatewayResponse(failure.status(), body, RequestCharge.FAILURE)
        .with("x-ms-substatus", Integer.toString(failure.substatus()));
  }

  GatewayResponse with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new GatewayResponse(status, body, charge, more);
  }

  GatewayResponse withoutBody() {
    return new GatewayResponse(status, null, charge, headers);
  }
}
