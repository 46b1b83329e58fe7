package com.contoso.tollbooth.sources;

import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.retrieve.ReportTags;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Tags that last as long as the process. */
final class TagsInMemory implements ReportTags {
  private record Place(EnrollmentNumber enrollment, YearMonth month, Kind kind) {}

  private final Map<Place, String> tags = new ConcurrentHashMap<>();

  @Override
  public Optional<String> find(EnrollmentNumber enrollment, YearMonth month, Kind kind) {
    return Optional.ofNullable(tags.get(new Place(enrollment, month, kind)));
  }

  @Override
  public void keep(EnrollmentNumber enrollment, YearMonth month, Kind kind, String tag) {
    tags.put(new Place(enrollment, month, kind), tag);
  }

  @Override
  public void forget(EnrollmentNumber enrollment, YearMonth month, Kind kind) {
    tags.remove(new Place(enrollment, month, kind));
  }
}
