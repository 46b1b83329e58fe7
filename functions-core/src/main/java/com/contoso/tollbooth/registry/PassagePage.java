package com.contoso.tollbooth.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some passages, and where the next page starts; {@code null} when there is none. */
public record PassagePage(List<PassageRecord> passages, @Nullable String next) {
  public PassagePage {
    passages = List.copyOf(passages);
  }
}
