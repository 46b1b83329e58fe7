package com.contoso.tollbooth.export;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;

/**
 * Notes the innermost cause of a failed run; a stack trace would be cut before it names the cause.
 */
final class SayCause implements JobExecutionListener {
  @Override
  public void afterJob(JobExecution run) {
    if (run.getStatus() == BatchStatus.FAILED && !run.getAllFailureExceptions().isEmpty()) {
      Throwable cause = run.getAllFailureExceptions().getFirst();
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      run.setExitStatus(
          new ExitStatus(
              ExitStatus.FAILED.getExitCode(),
              cause.getClass().getSimpleName() + ": " + cause.getMessage()));
    }
  }
}
