package com.contoso.tollbooth.plate;

import java.util.List;

/** What OCR saw in one photo. */
public sealed interface PlateReading {
  Passage passage();

  /** Text that may be a plate was found; the likeliest candidate first. */
  record Legible(Passage passage, List<PlateCandidate> candidates) implements PlateReading {
    public Legible {
      candidates = List.copyOf(candidates);
      if (candidates.isEmpty()) {
        throw new IllegalArgumentException("a legible reading has a candidate");
      }
    }

    public PlateCandidate best() {
      return candidates.getFirst();
    }
  }

  /** The photo was read, and nothing in it may be a plate. */
  record Illegible(Passage passage) implements PlateReading {}
}
