package com.contoso.tollbooth.usage;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the pipeline did, a record for each step. */
public interface JobLog {
  /** Enters a record, or takes the place of the one with the same {@link JobRecord#id}. */
  void put(JobRecord entry);

  /**
   * Enters a record unless there is one with its id. Of two at once one is entered: who is told
   * {@code true} does the work.
   */
  boolean putIfAbsent(JobRecord entry);

  /** The records of an enrollment, or of all for {@code null}, newest first. */
  List<JobRecord> newest(@Nullable EnrollmentNumber enrollment, int limit);

  /** The records of one run in the order of their steps' start. */
  List<JobRecord> run(EnrollmentNumber enrollment, YearMonth month, RunId run);

  /** The claims of runs that have not ended, oldest first. */
  List<JobRecord> unended();

  /**
   * The records of step {@link JobRecord.Step#CONTROL} of one enrollment and month, newest first.
   */
  List<JobRecord> decisions(EnrollmentNumber enrollment, YearMonth month, int limit);
}
