package com.contoso.tollbooth.api;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** The overview, and the description of this API. */
record OverviewRoutes(Supplier<OverviewView> readOverview) implements Routes {
  private static final String DESCRIPTION = "/tollbooth/openapi.yaml";

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/api/overview", call -> ApiAnswer.json(readOverview.get())),
        Route.get("/api/openapi.yaml", call -> describe()));
  }

  private static ApiAnswer describe() {
    InputStream yaml = OverviewRoutes.class.getResourceAsStream(DESCRIPTION);
    return new ApiAnswer(200, "application/yaml", Map.of(), Objects.requireNonNull(yaml));
  }
}
