package com.contoso.tollbooth.reconciliation;

import com.contoso.tollbooth.plate.PassageId;
import com.contoso.tollbooth.plate.PhotoUploaded;
import com.contoso.tollbooth.plate.PlateEvent;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the registry knows, as far as reconciliation asks. */
public interface KnownPassages {
  /** Those of the ids that the registry knows. */
  Set<PassageId> known(Collection<PassageId> ids);

  /**
   * Received passages for which no message is on its way as this is called, neither waiting nor
   * dead. They are read as they are asked for, each once, whatever is sent on its way meanwhile;
   * the caller closes the stream.
   */
  Stream<PhotoUploaded> stranded();

  /** Facts that a person made and that have not reached the registry; some at a time. */
  List<PlateEvent> untold(int limit);
}
