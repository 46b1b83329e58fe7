package com.contoso.tollbooth.plate;

/**
 * A fact about a passage that others may listen to.
 *
 * <p>Its {@link #id} is the same however often the fact is published, so a subscriber that sees an
 * id twice has seen a repetition.
 */
public sealed interface PlateEvent permits PlateDecision, PassageClosed {
  Passage passage();

  /** The CloudEvents type. */
  String type();

  /** The CloudEvents id: passage and type. */
  default String id() {
    return passage().id() + "/" + type();
  }
}
