package com.contoso.tollbooth.api;

import com.contoso.tollbooth.billing.ExportManifest;
import com.contoso.tollbooth.billing.ExportOutcome;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The files billing gets. */
record ExportRoutes(
    Supplier<List<ExportManifest>> listExports,
    Supplier<ExportOutcome> exportPlates,
    Function<String, Optional<InputStream>> readExport)
    implements Routes {

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/api/exports", call -> list()),
        Route.post("/api/exports", call -> ApiAnswer.json(OutcomeView.of(exportPlates.get()))),
        Route.get("/api/exports/{file}", this::read));
  }

  private ApiAnswer list() {
    return ApiAnswer.json(new Exports(listExports.get().stream().map(ExportView::of).toList()));
  }

  private ApiAnswer read(Call call) {
    String file = call.variable("file");
    return readExport
        .apply(file)
        .map(bytes -> attachment(file, bytes))
        .orElseGet(() -> call.refuse(Problem.Kind.NOT_FOUND, "there is no such export file"));
  }

  /** The name needs no escape: the drop opens only names of letters, digits, dots and dashes. */
  private static ApiAnswer attachment(String file, InputStream bytes) {
    return new ApiAnswer(
        200,
        file.endsWith(".json") ? "application/json" : "text/csv;charset=UTF-8",
        Map.of("Content-Disposition", "attachment; filename=\"" + file + "\""),
        bytes);
  }

  record Exports(List<ExportView> exports) {}
}
