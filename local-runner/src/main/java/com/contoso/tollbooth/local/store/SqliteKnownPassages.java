package com.contoso.tollbooth.local.store;

import com.contoso.tollbooth.plate.PassageId;
import com.contoso.tollbooth.plate.PhotoUploaded;
import com.contoso.tollbooth.plate.PlateEvent;
import com.contoso.tollbooth.reconciliation.KnownPassages;
import com.contoso.tollbooth.review.Resolutions;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers reconciliation from tables passage and delivery. */
public final class SqliteKnownPassages implements KnownPassages {
  /** What is held in memory at once. */
  private static final int PAGE = 500;

  private final JdbcClient jdbc;

  SqliteKnownPassages(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Set<PassageId> known(Collection<PassageId> ids) {
    if (ids.isEmpty()) {
      return Set.of();
    }
    return jdbc
        .sql("SELECT id FROM passage WHERE id IN (:ids)")
        .param("ids", ids.stream().map(PassageId::value).toList())
        .query((row, n) -> new PassageId(row.getString("id")))
        .stream()
        .collect(Collectors.toSet());
  }

  @Override
  public Stream<PhotoUploaded> stranded() {
    return Stream.iterate(
            strandedAfter(0),
            page -> !page.isEmpty(),
            page -> strandedAfter(page.getLast().number()))
        .flatMap(List::stream)
        .map(Arrival::photo);
  }

  /** Page by page, since a reader that stays open would hold up the log's checkpoints. */
  private List<Arrival> strandedAfter(long number) {
    return jdbc.sql(
            """
            SELECT * FROM passage
            WHERE state = 'RECEIVED' AND arrival > :number
              AND NOT EXISTS (SELECT 1 FROM delivery WHERE delivery.passage_id = passage.id)
            ORDER BY arrival LIMIT :page
            """)
        .param("number", number)
        .param("page", PAGE)
        .query((row, n) -> new Arrival(row.getLong("arrival"), Rows.photo(row, n)))
        .list();
  }

  /** Only a delivery to the registry tells it; another subscriber's, even dead, does not. */
  @Override
  public List<PlateEvent> untold(int limit) {
    return jdbc.sql(
            """
            SELECT * FROM passage
            WHERE state = 'REVIEW' AND resolution IS NOT NULL
              AND NOT EXISTS (SELECT 1 FROM delivery WHERE delivery.passage_id = passage.id
                              AND subscriber IN ('savePlate', 'closePassage'))
            ORDER BY arrival LIMIT :limit
            """)
        .param("limit", limit)
        .query((row, n) -> Resolutions.read(row.getString("resolution")).of(Rows.decided(row, n)))
        .list();
  }

  private record Arrival(long number, PhotoUploaded photo) {}
}
