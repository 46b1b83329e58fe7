package com.contoso.tollbooth.local.web;

import com.contoso.tollbooth.billing.ExportOutcome;
import com.contoso.tollbooth.export.BatchExecution;
import com.contoso.tollbooth.local.web.ExportController.OutcomeView;
import java.util.List;
import java.util.function.Function;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The history of batch jobs. */
@RestController
class BatchController {
  private final Function<Integer, List<BatchExecution>> listBatchExecutions;
  private final Function<Long, ExportOutcome> restartBatchExecution;

  BatchController(
      Function<Integer, List<BatchExecution>> listBatchExecutions,
      Function<Long, ExportOutcome> restartBatchExecution) {
    this.listBatchExecutions = listBatchExecutions;
    this.restartBatchExecution = restartBatchExecution;
  }

  @GetMapping("/api/batch/executions")
  Executions list(@RequestParam(defaultValue = "50") int limit) {
    return new Executions(listBatchExecutions.apply(limit));
  }

  @PostMapping("/api/batch/executions/{id}/restart")
  OutcomeView restart(@PathVariable long id) {
    try {
      return OutcomeView.of(restartBatchExecution.apply(id));
    } catch (IllegalStateException e) {
      throw new Problems.Conflict(String.valueOf(e.getMessage()));
    }
  }

  record Executions(List<BatchExecution> executions) {}
}
