package com.contoso.tollbooth.review;

import com.contoso.tollbooth.plate.Confidence;
import com.contoso.tollbooth.plate.Jurisdiction;
import com.contoso.tollbooth.plate.LicensePlate;
import com.contoso.tollbooth.plate.Passage;
import com.contoso.tollbooth.plate.PassageClosed;
import com.contoso.tollbooth.plate.PlateAccepted;
import com.contoso.tollbooth.plate.PlateEvent;

/** What a person found in a photo. */
public sealed interface Resolution {
  /** The fact that it makes of a passage. */
  PlateEvent of(Passage passage);

  /** They read the plate. */
  record PlateEntered(LicensePlate plate, Jurisdiction jurisdiction) implements Resolution {
    @Override
    public PlateEvent of(Passage passage) {
      return new PlateAccepted(
          passage,
          plate,
          jurisdiction,
          Confidence.FULL,
          PlateAccepted.Source.MANUAL,
          "Entered by a person.");
    }
  }

  /** Nobody can be billed. */
  record Rejected(PassageClosed.RejectCode code) implements Resolution {
    @Override
    public PlateEvent of(Passage passage) {
      return new PassageClosed(passage, code);
    }
  }
}
