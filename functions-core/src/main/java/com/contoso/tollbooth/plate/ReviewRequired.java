package com.contoso.tollbooth.plate;

import java.util.List;

/** A person must look at the photo; {@code candidates} is what OCR offers, likeliest first. */
public record ReviewRequired(
    Passage passage, Reason reason, List<PlateCandidate> candidates, String why)
    implements PlateDecision {
  public static final String TYPE = "TollBooth.ReviewRequired";

  public ReviewRequired {
    candidates = List.copyOf(candidates);
  }

  @Override
  public String type() {
    return TYPE;
  }

  /** The first rule that a reading failed. */
  public enum Reason {
    NO_PLATE_FOUND,
    LOW_CONFIDENCE,
    DOUBTFUL_CHARACTER,
    LOOK_ALIKE,
    UNKNOWN_FORMAT,
    RIVAL_PLATES
  }
}
