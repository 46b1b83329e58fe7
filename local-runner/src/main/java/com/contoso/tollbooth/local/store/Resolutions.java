package com.contoso.tollbooth.local.store;

import com.contoso.tollbooth.plate.Jurisdiction;
import com.contoso.tollbooth.plate.LicensePlate;
import com.contoso.tollbooth.plate.PassageClosed.RejectCode;
import com.contoso.tollbooth.review.Resolution;
import org.jspecify.annotations.Nullable;

/** Writes resolutions as JSON and reads them back; equal resolutions are equal texts. */
final class Resolutions {
  private Resolutions() {}

  static String write(Resolution resolution) {
    return Rows.JSON.writeValueAsString(
        switch (resolution) {
          case Resolution.PlateEntered(var plate, var jurisdiction) ->
              new Stored(plate, jurisdiction, null);
          case Resolution.Rejected(var code) -> new Stored(null, null, code);
        });
  }

  static Resolution read(String json) {
    Stored stored = Rows.JSON.readValue(json, Stored.class);
    if (stored.plate != null && stored.jurisdiction != null) {
      return new Resolution.PlateEntered(stored.plate, stored.jurisdiction);
    }
    if (stored.code != null) {
      return new Resolution.Rejected(stored.code);
    }
    throw new IllegalStateException("a stored resolution has a plate or a code");
  }

  record Stored(
      @Nullable LicensePlate plate,
      @Nullable Jurisdiction jurisdiction,
      @Nullable RejectCode code) {}
}
