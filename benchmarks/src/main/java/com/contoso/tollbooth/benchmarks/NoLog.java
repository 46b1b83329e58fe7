package com.contoso.tollbooth.benchmarks;

import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.JobLog;
import com.contoso.tollbooth.usage.JobRecord;
import com.contoso.tollbooth.usage.RunId;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps nothing. */
record NoLog() implements JobLog {
  @Override
  public void put(JobRecord entry) {}

  @Override
  public boolean putIfAbsent(JobRecord entry) {
    return true;
  }

  @Override
  public List<JobRecord> newest(@Nullable EnrollmentNumber enrollment, int limit) {
    return List.of();
  }

  @Override
  public List<JobRecord> run(EnrollmentNumber enrollment, YearMonth month, RunId run) {
    return List.of();
  }

  @Override
  public List<JobRecord> unended() {
    return List.of();
  }

  @Override
  public List<JobRecord> decisions(EnrollmentNumber enrollment, YearMonth month, int limit) {
    return List.of();
  }
}
