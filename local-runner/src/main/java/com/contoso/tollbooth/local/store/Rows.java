package com.contoso.tollbooth.local.store;

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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the rows of table passage. */
final class Rows {
  static final JsonMapper JSON = JsonMapper.shared();

  /** Whether a billable passage lies in a window that is settled. */
  static final String EXPORTED =
      """
      coalesce((SELECT w.settled_rows IS NOT NULL
                FROM billable b JOIN export_window w ON w.to_at > b.recorded_at
                WHERE b.passage_id = passage.id ORDER BY w.to_at LIMIT 1), 0)
      """;

  private Rows() {}

  /** NullAway does not see the annotation of a nested type ({@code source}) in a class file. */
  @SuppressWarnings("NullAway")
  static PassageRecord passage(ResultSet row, int number) throws SQLException {
    return new PassageRecord(
        new PassageId(row.getString("id")),
        new PhotoPath(row.getString("photo")),
        new ContentTag(row.getString("tag")),
        row.getLong("bytes"),
        metadata(row),
        row.getBoolean("exported")
            ? PassageState.EXPORTED
            : PassageState.valueOf(row.getString("state")),
        Instant.ofEpochMilli(row.getLong("received_at")),
        capturedAt(row),
        instant(row, "decided_at"),
        row.getString("plate") == null ? null : new LicensePlate(row.getString("plate")),
        named(Jurisdiction.class, row.getString("jurisdiction")),
        row.getObject("confidence") == null ? null : new Confidence(row.getDouble("confidence")),
        named(PlateAccepted.Source.class, row.getString("source")),
        row.getString("reason"),
        row.getString("why"),
        candidates(row));
  }

  static PhotoUploaded photo(ResultSet row, int number) throws SQLException {
    return new PhotoUploaded(
        new PhotoPath(row.getString("photo")),
        new ContentTag(row.getString("tag")),
        row.getLong("bytes"),
        Instant.ofEpochMilli(row.getLong("received_at")),
        metadata(row));
  }

  /** The passage of a row whose photo was read. */
  static Passage decided(ResultSet row, int number) throws SQLException {
    CapturedAt capturedAt = capturedAt(row);
    if (capturedAt == null) {
      throw new IllegalStateException("a decided passage has a capture time");
    }
    return new Passage(
        new PassageId(row.getString("id")),
        new PhotoPath(row.getString("photo")),
        new ContentTag(row.getString("tag")),
        capturedAt);
  }

  static List<PlateCandidate> candidates(ResultSet row) throws SQLException {
    return JSON.readValue(
        row.getString("candidates"), new TypeReference<List<PlateCandidate>>() {});
  }

  private static Map<String, String> metadata(ResultSet row) throws SQLException {
    return JSON.readValue(row.getString("metadata"), new TypeReference<Map<String, String>>() {});
  }

  private static @Nullable CapturedAt capturedAt(ResultSet row) throws SQLException {
    Instant at = instant(row, "captured_at");
    return at == null
        ? null
        : new CapturedAt(at, CapturedAt.Source.valueOf(row.getString("captured_from")));
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }

  private static <E extends Enum<E>> @Nullable E named(Class<E> type, @Nullable String name) {
    return name == null ? null : Enum.valueOf(type, name);
  }
}
