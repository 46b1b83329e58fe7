package com.contoso.tollbooth.api;

import com.contoso.tollbooth.billing.ExportOutcome;
import com.contoso.tollbooth.export.BatchExecution;
import com.contoso.tollbooth.usage.UsageRights;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The history of batch jobs, and for readers who may see every subscription of the usage pipeline's
 * runs among them.
 */
record BatchRoutes(
    Function<Integer, List<BatchExecution>> listBatchExecutions,
    Function<Long, ExportOutcome> restartBatchExecution,
    UsageExecutions usage,
    UsageReader reader)
    implements Routes {

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/api/batch/executions", this::list),
        Route.post("/api/batch/executions/{id}/restart", this::restart));
  }

  private ApiAnswer list(Call call) {
    int limit = call.limit(50);
    Stream<ExecutionView> exports =
        listBatchExecutions.apply(limit).stream().map(ExecutionView::of);
    Stream<ExecutionView> runs =
        switch (reader.rights(call)) {
          case UsageRights.All() -> usage.newest(limit).stream();
          case UsageRights.Only only -> Stream.empty();
        };
    return ApiAnswer.json(
        new Executions(
            Stream.concat(exports, runs)
                .sorted(ExecutionView.NEWEST_FIRST)
                .limit(Math.max(0, limit))
                .toList()));
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

  record Executions(List<ExecutionView> executions) {}
}
