package com.contoso.tollbooth.api;

import com.contoso.tollbooth.usage.Fetch;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What could not be processed, and trying it again. */
record UsageErrorRoutes(
    UsageErrors errors,
    Function<String, Fetch> startRedrive,
    UsageReader reader,
    InstantSource clock)
    implements Routes {

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/api/usage/errors", call -> reader.ofAll(call, this::list)),
        Route.post("/api/usage/redrives", call -> reader.ofAll(call, this::redrive)));
  }

  private ApiAnswer list(Call call) throws IOException {
    return ApiAnswer.json(new ErrorList(errors.list()));
  }

  private ApiAnswer redrive(Call call) throws IOException {
    String file = call.body(Redrive.class).file();
    if (file == null || file.isBlank()) {
      throw new IllegalArgumentException("'file' is missing");
    }
    if (errors.list().stream().noneMatch(error -> error.file().equals(file))) {
      return call.refuse(Problem.Kind.NOT_FOUND, "there is no such file of errors to try again");
    }
    Instant now = clock.instant();
    try {
      return UsageRunRoutes.started(now, List.of(startRedrive.apply(file)), List.of());
    } catch (IllegalStateException outdated) {
      return call.refuse(Problem.Kind.CONFLICT, String.valueOf(outdated.getMessage()));
    }
  }

  record ErrorList(List<UsageErrors.ErrorView> errors) {}

  record Redrive(@Nullable String file) {}
}
