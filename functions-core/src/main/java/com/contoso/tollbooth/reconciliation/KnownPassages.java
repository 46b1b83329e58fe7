package com.contoso.tollbooth.reconciliation;

import com.contoso.tollbooth.plate.PassageId;
import com.contoso.tollbooth.plate.PhotoUploaded;
import com.contoso.tollbooth.plate.PlateEvent;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What the registry knows, as far as reconciliation asks. */
public interface KnownPassages {
  /** Those of the ids that the registry knows. */
  Set<PassageId> known(Collection<PassageId> ids);

  /**
   * Received passages for which no message is on its way, neither waiting nor dead; some at a time.
   */
  List<PhotoUploaded> stranded(int limit);

  /** Facts that a person made and that have not reached the registry; some at a time. */
  List<PlateEvent> untold(int limit);
}
