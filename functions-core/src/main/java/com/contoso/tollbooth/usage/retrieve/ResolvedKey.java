package com.contoso.tollbooth.usage.retrieve;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key, ready for use. Its text form never shows it.
 *
 * @param expires absent if it is not known
 */
public record ResolvedKey(String secret, @Nullable Instant expires) {
  @Override
  public String toString() {
    return "ResolvedKey[…, expires=" + expires + "]";
  }
}
