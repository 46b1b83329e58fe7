package com.contoso.tollbooth.plate;

/** The plate of a passage is sure enough to bill. */
public record PlateAccepted(
    Passage passage,
    LicensePlate plate,
    Jurisdiction jurisdiction,
    Confidence confidence,
    Source source,
    String why)
    implements PlateDecision {
  public static final String TYPE = "TollBooth.PlateAccepted";

  @Override
  public String type() {
    return TYPE;
  }

  /** An automatic and a manual acceptance are two facts. */
  @Override
  public String id() {
    return PlateDecision.super.id() + "/" + source;
  }

  /** Who read the plate. */
  public enum Source {
    AUTOMATIC,
    MANUAL
  }
}
