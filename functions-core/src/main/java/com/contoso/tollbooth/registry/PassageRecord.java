package com.contoso.tollbooth.registry;

import com.contoso.tollbooth.plate.CapturedAt;
import com.contoso.tollbooth.plate.Confidence;
import com.contoso.tollbooth.plate.ContentTag;
import com.contoso.tollbooth.plate.Jurisdiction;
import com.contoso.tollbooth.plate.LicensePlate;
import com.contoso.tollbooth.plate.PassageId;
import com.contoso.tollbooth.plate.PhotoPath;
import com.contoso.tollbooth.plate.PlateAccepted;
import com.contoso.tollbooth.plate.PlateCandidate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that the registry knows of a passage.
 *
 * @param metadata what the booth said of the photo
 * @param capturedAt known once the photo was read
 * @param decidedAt when it left the state received
 * @param reason the code of the rule, reject or failure that decided
 * @param why the same in words
 * @param candidates what OCR offered, for a passage that went to review
 */
public record PassageRecord(
    PassageId id,
    PhotoPath photo,
    ContentTag tag,
    long bytes,
    Map<String, String> metadata,
    PassageState state,
    Instant receivedAt,
    @Nullable CapturedAt capturedAt,
    @Nullable Instant decidedAt,
    @Nullable LicensePlate plate,
    @Nullable Jurisdiction jurisdiction,
    @Nullable Confidence confidence,
    PlateAccepted.@Nullable Source source,
    @Nullable String reason,
    @Nullable String why,
    List<PlateCandidate> candidates) {
  public PassageRecord {
    metadata = Map.copyOf(metadata);
    candidates = List.copyOf(candidates);
  }

  /** What the machine read best: what it accepted, else the first candidate it offered a person. */
  public Optional<LicensePlate> machineReading() {
    if (!candidates.isEmpty()) {
      return Optional.of(candidates.getFirst().plate());
    }
    return source == PlateAccepted.Source.AUTOMATIC ? Optional.ofNullable(plate) : Optional.empty();
  }
}
