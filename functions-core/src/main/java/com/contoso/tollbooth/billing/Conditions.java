package com.contoso.tollbooth.billing;

import java.time.Instant;
import java.util.Map;

/** Which conditions last at present. */
public interface Conditions {
  /** Each lasting condition and since when. */
  Map<Condition, Instant> lasting();

  /** Notes that a condition lasts; keeps the earlier time if it is noted already. */
  void begin(Condition condition, Instant since);

  /** Notes that a condition has ended; no effect if it did not last. */
  void end(Condition condition);
}
