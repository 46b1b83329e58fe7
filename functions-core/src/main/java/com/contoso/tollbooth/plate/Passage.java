package com.contoso.tollbooth.plate;

/** One vehicle passing one booth, as one photo captured it. */
public record Passage(PassageId id, PhotoPath photo, ContentTag tag, CapturedAt capturedAt) {
  public Passage {
    if (!id.equals(PassageId.of(photo, tag))) {
      throw new IllegalArgumentException("a passage id is derived from photo path and tag");
    }
  }

  public BoothId booth() {
    return photo.booth();
  }
}
