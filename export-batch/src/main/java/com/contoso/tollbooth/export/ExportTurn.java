package com.contoso.tollbooth.export;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** Lets one export run at a time among all processes that share a job repository. */
public interface ExportTurn {
  /**
   * Takes the turn, or gives nothing while another has it; it ends with the process at the latest.
   */
  Optional<Held> take();

  /** For a job repository that one process has to itself. */
  static ExportTurn withinThisProcess() {
    var lock = new ReentrantLock();
    return () -> lock.tryLock() ? Optional.of(lock::unlock) : Optional.empty();
  }

  /** A turn that was taken. */
  interface Held extends AutoCloseable {
    @Override
    void close();
  }
}
