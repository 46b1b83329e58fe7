package com.contoso.tollbooth.reconciliation;

import java.util.List;

/** Messages that could not be processed, kept until a person replays them. */
public interface DeadLetters {
  long size();

  /** The newest, at most {@code limit}. */
  List<DeadLetter> list(int limit);

  /**
   * Sends them on their way again as if new, their passages received again; ids that are not there
   * are passed over.
   *
   * @return how many were sent
   */
  int replay(List<String> ids);

  /** Replays all there are. */
  int replayAll();
}
