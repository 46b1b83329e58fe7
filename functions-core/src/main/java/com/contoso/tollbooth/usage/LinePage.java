package com.contoso.tollbooth.usage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some lines, and where the next page starts; {@code null} when there is none. */
public record LinePage(List<LedgerLine> lines, @Nullable String next) {
  public LinePage {
    lines = List.copyOf(lines);
  }
}
