package com.contoso.tollbooth.usage.retrieve;

import com.contoso.tollbooth.usage.Enrollment;

/** Finds the key that opens an enrollment's reports. */
public interface AccessKeys {
  /**
   * The key as it is now.
   *
   * @throws IllegalStateException if it cannot be had; the message never holds the key
   */
  ResolvedKey resolve(Enrollment enrollment);
}
