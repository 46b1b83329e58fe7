package com.contoso.tollbooth.registry;

import com.contoso.tollbooth.plate.PassageId;
import java.util.Optional;

/** Reads the registry. What was written before is seen. */
public interface Passages {
  /** How many passages are in each state. */
  PassageCounts counts();

  /** Passages in the order they arrived, newest first, a page at a time. */
  PassagePage page(PassageQuery query);

  Optional<PassageRecord> find(PassageId passage);
}
