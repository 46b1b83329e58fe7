package com.contoso.tollbooth.plate;

/** What routing made of a reading. */
public sealed interface PlateDecision extends PlateEvent permits PlateAccepted, ReviewRequired {
  /** Why it was decided so, in words for a person. */
  String why();
}
