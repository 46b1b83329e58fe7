package com.contoso.tollbooth.review;

import com.contoso.tollbooth.plate.Jurisdiction;
import com.contoso.tollbooth.plate.LicensePlate;
import com.contoso.tollbooth.plate.PassageClosed.RejectCode;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Resolutions as JSON for stores to keep; equal resolutions are equal texts. */
public final class Resolutions {
  private static final JsonMapper JSON = JsonMapper.shared();

  private Resolutions() {}

  public static String write(Resolution resolution) {
    return JSON.writeValueAsString(
        switch (resolution) {
          case Resolution.PlateEntered(var plate, var jurisdiction) ->
              new Stored(plate, jurisdiction, null);
          case Resolution.Rejected(var code) -> new Stored(null, null, code);
        });
  }

  public static Resolution read(String json) {
    Stored stored = JSON.readValue(json, Stored.class);
    if (stored.plate != null && stored.jurisdiction != null) {
      return new Resolution.PlateEntered(stored.plate, stored.jurisdiction);
    }
    if (stored.code != null) {
      return new Resolution.Rejected(stored.code);
    }
    throw new IllegalStateException("a stored resolution has a plate or a code");
  }

  private record Stored(
      @Nullable LicensePlate plate,
      @Nullable Jurisdiction jurisdiction,
      @Nullable RejectCode code) {}
}
