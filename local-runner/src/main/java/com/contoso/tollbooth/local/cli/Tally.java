package com.contoso.tollbooth.local.cli;

import com.contoso.tollbooth.plate.LicensePlate;
import com.contoso.tollbooth.plate.PhotoUploaded;
import com.contoso.tollbooth.plate.PlateAccepted.Source;
import com.contoso.tollbooth.registry.PassageRecord;
import com.contoso.tollbooth.registry.PassageState;
import com.contoso.tollbooth.registry.Passages;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counts what became of photos, and how many were read right. */
final class Tally {
  private final Map<PassageState, Long> states = new EnumMap<>(PassageState.class);
  private final @Nullable Truth truth;
  private long photos;
  private long exact;
  private long accepted;
  private long acceptedWrong;

  Tally(@Nullable Truth truth) {
    this.truth = truth;
  }

  Tally count(Stream<PhotoUploaded> all, Passages passages) {
    all.forEach(
        photo -> {
          photos++;
          passages.find(photo.passage()).ifPresent(this::count);
        });
    return this;
  }

  private void count(PassageRecord passage) {
    states.merge(passage.state(), 1L, Long::sum);
    boolean automatic = passage.source() == Source.AUTOMATIC;
    if (automatic) {
      accepted++;
    }
    if (truth != null) {
      Optional<Boolean> right =
          truth.agrees(
              passage.photo().name(), passage.machineReading().map(LicensePlate::text).orElse(""));
      if (right.orElse(false)) {
        exact++;
      } else if (automatic && right.isPresent()) {
        acceptedWrong++;
      }
    }
  }

  long of(PassageState state) {
    return states.getOrDefault(state, 0L);
  }

  long photos() {
    return photos;
  }

  long accepted() {
    return accepted;
  }

  @Nullable Long exact() {
    return truth == null ? null : exact;
  }

  @Nullable Long acceptedWrong() {
    return truth == null ? null : acceptedWrong;
  }
}
