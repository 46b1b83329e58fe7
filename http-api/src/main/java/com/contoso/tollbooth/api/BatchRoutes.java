package com.contoso.tollbooth.api;

import com.contoso.tollbooth.billing.ExportOutcome;
import com.contoso.tollbooth.export.BatchExecution;
import java.util.List;
import java.util.function.Function;

/** The history of batch jobs. */
record BatchRoutes(
    Function<Integer, List<BatchExecution>> listBatchExecutions,
    Function<Long, ExportOutcome> restartBatchExecution)
    implements Routes {

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/api/batch/executions", this::list),
        Route.post("/api/batch/executions/{id}/restart", this::restart));
  }

  private ApiAnswer list(Call call) {
    return ApiAnswer.json(new Executions(listBatchExecutions.apply(call.limit(50))));
  }

  private ApiAnswer restart(Call call) {
    long id = id(call.variable("id"));
    try {
      return ApiAnswer.json(OutcomeView.of(restartBatchExecution.apply(id)));
    } catch (IllegalStateException e) {
      return call.refuse(Problem.Kind.CONFLICT, String.valueOf(e.getMessage()));
    }
  }

  private static long id(String id) {
    try {
      return Long.parseLong(id);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("the id of an execution is a number, not '" + id + "'", e);
    }
  }

  record Executions(List<BatchExecution> executions) {}
}
