package com.contoso.tollbooth.registry;

import com.contoso.tollbooth.plate.PassageClosed;
import com.contoso.tollbooth.plate.PassageId;
import com.contoso.tollbooth.plate.PhotoUploaded;
import com.contoso.tollbooth.plate.PlateAccepted;

/**
 * Keeps the state of each passage. Every write is idempotent by {@link PassageId}, may come late,
 * twice or out of order, and is kept safely when the call returns. The first decision stands:
 *
 * <ul>
 *   <li>an automatic acceptance changes a passage that is unknown, received or failed;
 *   <li>a manual acceptance and a closing also change one in review;
 *   <li>a passage that is billable, unbillable or exported changes no more;
 *   <li>a failure changes only a passage that is unknown to be anything but received.
 * </ul>
 */
public interface PassageRegistry {
  /**
   * Enters a photo as received, unless it is known.
   *
   * @return whether it was new
   */
  boolean receive(PhotoUploaded photo);

  /**
   * Makes the passage billable and enters it once into the billing ledger, both or neither.
   *
   * @return whether this call changed anything
   */
  boolean accept(PlateAccepted accepted);

  /**
   * Makes the passage unbillable.
   *
   * @return whether this call changed anything
   */
  boolean close(PassageClosed closed);

  /**
   * Records why a received passage cannot be processed. Its message waits in the dead letters.
   *
   * @return whether this call changed anything
   */
  boolean fail(PassageId passage, String reason);

  /** Puts a failed passage back to received, because its message is tried again. */
  boolean retry(PassageId passage);
}
