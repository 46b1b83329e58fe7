package com.contoso.tollbooth.azure.cosmos;

import com.contoso.tollbooth.azure.items.Item;
import com.contoso.tollbooth.plate.CapturedAt;
import com.contoso.tollbooth.plate.Confidence;
import com.contoso.tollbooth.plate.ContentTag;
import com.contoso.tollbooth.plate.Jurisdiction;
import com.contoso.tollbooth.plate.LicensePlate;
import com.contoso.tollbooth.plate.Passage;
import com.contoso.tollbooth.plate.PassageId;
import com.contoso.tollbooth.plate.PhotoPath;
import com.contoso.tollbooth.plate.PhotoUploaded;
import com.contoso.tollbooth.plate.PlateAccepted;
import com.contoso.tollbooth.plate.PlateCandidate;
import com.contoso.tollbooth.registry.PassageRecord;
import com.contoso.tollbooth.registry.PassageState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Writes passages as documents of container {@code passages} and reads them back. */
final class PassageItems {
  static final JsonMapper JSON = JsonMapper.shared();

  private PassageItems() {}

  static Item received(PhotoUploaded photo, long now) {
    return arrived(photo.passage(), photo.path(), photo.tag(), now)
        .with("bytes", photo.bytes())
        .with("receivedAt", photo.uploadedAt().toEpochMilli())
        .with("metadata", photo.metadata());
  }

  /** A passage whose decision overtook its arrival. */
  static Item overtaken(Passage passage, long now) {
    return arrived(passage.id(), passage.photo(), passage.tag(), now)
        .with("bytes", 0L)
        .with("receivedAt", now)
        .with("metadata", Map.of());
  }

  /** Arrivals sort by time, and by id among those of one millisecond. */
  private static Item arrived(PassageId id, PhotoPath photo, ContentTag tag, long now) {
    return Item.named(id.value())
        .with("photo", photo.value())
        .with("tag", tag.value())
        .with("arrival", "%013d-%s".formatted(now, id.value()))
        .with("state", PassageState.RECEIVED.name());
  }

  static Item decided(Item item, Passage passage, PassageState state, long now) {
    return item.with("state", state.name())
        .with("capturedAt", passage.capturedAt().at().toEpochMilli())
        .with("capturedFrom", passage.capturedAt().source().name())
        .with("decidedAt", now);
  }

  static PassageState state(Item item) {
    return PassageState.valueOf(item.text("state"));
  }

  static PhotoUploaded photo(Item item) {
    return new PhotoUploaded(
        new PhotoPath(item.text("photo")),
        new ContentTag(item.text("tag")),
        item.number("bytes"),
        Instant.ofEpochMilli(item.number("receivedAt")),
        metadata(item));
  }

  static Passage passage(Item item) {
    return new Passage(
        new PassageId(item.id()),
        new PhotoPath(item.text("photo")),
        new ContentTag(item.text("tag")),
        Objects.requireNonNull(capturedAt(item), "a decided passage has a capture time"));
  }

  /** What a billable passage's acceptance said. */
  static PlateAccepted accepted(Item item) {
    return new PlateAccepted(
        passage(item),
        new LicensePlate(item.text("plate")),
        Jurisdiction.valueOf(item.text("jurisdiction")),
        new Confidence(item.decimal("confidence")),
        PlateAccepted.Source.valueOf(item.text("source")),
        item.text("why"));
  }

  static List<PlateCandidate> candidates(Item item) {
    Object candidates = item.get("candidates");
    return candidates == null
        ? List.of()
        : JSON.convertValue(candidates, new TypeReference<List<PlateCandidate>>() {});
  }

  static Object written(List<PlateCandidate> candidates) {
    return JSON.convertValue(candidates, List.class);
  }

  /** NullAway does not see the annotation of a nested type ({@code source}) in a class file. */
  @SuppressWarnings("NullAway")
  static PassageRecord record(Item item, Optional<LedgerHead> head) {
    Long recordedAt = item.numberOrNull("recordedAt");
    PassageState state = state(item);
    boolean exported =
        state == PassageState.BILLABLE
            && recordedAt != null
            && head.filter(windows -> windows.exported(recordedAt)).isPresent();
    String plate = item.textOrNull("plate");
    String jurisdiction = item.textOrNull("jurisdiction");
    String source = item.textOrNull("source");
    return new PassageRecord(
        new PassageId(item.id()),
        new PhotoPath(item.text("photo")),
        new ContentTag(item.text("tag")),
        item.number("bytes"),
        metadata(item),
        exported ? PassageState.EXPORTED : state,
        Instant.ofEpochMilli(item.number("receivedAt")),
        capturedAt(item),
        instant(item, "decidedAt"),
        plate == null ? null : new LicensePlate(plate),
        jurisdiction == null ? null : Jurisdiction.valueOf(jurisdiction),
        item.get("confidence") == null ? null : new Confidence(item.decimal("confidence")),
        source == null ? null : PlateAccepted.Source.valueOf(source),
        item.textOrNull("reason"),
        item.textOrNull("why"),
        candidates(item));
  }

  static @Nullable Instant instant(Item item, String field) {
    Long millis = item.numberOrNull(field);
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }

  private static @Nullable CapturedAt capturedAt(Item item) {
    Instant at = instant(item, "capturedAt");
    return at == null
        ? null
        : new CapturedAt(at, CapturedAt.Source.valueOf(item.text("capturedFrom")));
  }

  private static Map<String, String> metadata(Item item) {
    return JSON.convertValue(
        Objects.requireNonNullElse(item.get("metadata"), Map.of()),
        new TypeReference<Map<String, String>>() {});
  }
}
