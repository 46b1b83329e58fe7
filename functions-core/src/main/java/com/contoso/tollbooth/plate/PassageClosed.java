package com.contoso.tollbooth.plate;

/** A person closed the passage without a bill. */
public record PassageClosed(Passage passage, RejectCode code) implements PlateEvent {
  public static final String TYPE = "TollBooth.PassageClosed";

  @Override
  public String type() {
    return TYPE;
  }

  /** Why nobody can be billed. */
  public enum RejectCode {
    NO_PLATE("No plate on the vehicle"),
    OBSCURED("Plate obscured"),
    UNREADABLE("Photo unreadable"),
    TEMPORARY_TAG("Temporary tag"),
    NOT_A_VEHICLE("Not a vehicle"),
    EXEMPT("Exempt vehicle");

    private final String displayName;

    RejectCode(String displayName) {
      this.displayName = displayName;
    }

    public String displayName() {
      return displayName;
    }
  }
}
