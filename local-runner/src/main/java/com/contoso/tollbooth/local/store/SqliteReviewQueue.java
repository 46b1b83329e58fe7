package com.contoso.tollbooth.local.store;

import com.contoso.tollbooth.plate.Passage;
import com.contoso.tollbooth.plate.PassageId;
import com.contoso.tollbooth.plate.ReviewRequired;
import com.contoso.tollbooth.review.Resolution;
import com.contoso.tollbooth.review.Resolutions;
import com.contoso.tollbooth.review.ResolveOutcome;
import com.contoso.tollbooth.review.ReviewQueue;
import com.contoso.tollbooth.review.ReviewTask;
import com.contoso.tollbooth.review.Reviewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The review queue as the passages in state REVIEW that nobody resolved. */
public final class SqliteReviewQueue implements ReviewQueue {
  private static final String OPEN = " state = 'REVIEW' AND resolution IS NULL ";

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final InstantSource clock;

  SqliteReviewQueue(JdbcClient jdbc, TransactionTemplate transactions, InstantSource clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public boolean add(ReviewRequired required) {
    return Boolean.TRUE.equals(
        transactions.execute(
            status -> {
              Passage passage = required.passage();
              SqlitePassageRegistry.ensureKnown(jdbc, passage);
              return jdbc.sql(
                          """
                          UPDATE passage SET state = 'REVIEW', captured_at = :captured,
                            captured_from = :capturedFrom, decided_at = :now, reason = :reason,
                            why = :why, candidates = :candidates
                          WHERE id = :id AND state IN ('RECEIVED', 'FAILED')
                          """)
                      .param("captured", passage.capturedAt().at().toEpochMilli())
                      .param("capturedFrom", passage.capturedAt().source().name())
                      .param("now", clock.millis())
                      .param("reason", required.reason().name())
                      .param("why", required.why())
                      .param("candidates", Rows.JSON.writeValueAsString(required.candidates()))
                      .param("id", passage.id().value())
                      .update()
                  == 1;
            }));
  }

  @Override
  public Optional<ReviewTask> claim(Reviewer reviewer, Instant now, Instant until) {
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              Optional<String> id = held(reviewer, now).or(() -> oldestFree(now));
              id.ifPresent(task -> lease(task, reviewer, until));
              return id.flatMap(this::task);
            }));
  }

  private Optional<String> held(Reviewer reviewer, Instant now) {
    return jdbc.sql(
            "SELECT id FROM passage WHERE"
                + OPEN
                + "AND leased_by = :by AND leased_until > :now ORDER BY decided_at, arrival LIMIT 1")
        .param("by", reviewer.name())
        .param("now", now.toEpochMilli())
        .query(String.class)
        .optional();
  }

  private Optional<String> oldestFree(Instant now) {
    return jdbc.sql(
            "SELECT id FROM passage WHERE"
                + OPEN
                + "AND (leased_until IS NULL OR leased_until <= :now)"
                + " ORDER BY decided_at, arrival LIMIT 1")
        .param("now", now.toEpochMilli())
        .query(String.class)
        .optional();
  }

  private void lease(String id, Reviewer reviewer, Instant until) {
    jdbc.sql("UPDATE passage SET leased_by = :by, leased_until = :until WHERE id = :id")
        .param("by", reviewer.name())
        .param("until", until.toEpochMilli())
        .param("id", id)
        .update();
  }

  private Optional<ReviewTask> task(String id) {
    return jdbc.sql("SELECT * FROM passage WHERE id = :id")
        .param("id", id)
        .query(SqliteReviewQueue::task)
        .optional();
  }

  @Override
  public void release(PassageId passage, Reviewer reviewer) {
    jdbc.sql(
            """
            UPDATE passage SET leased_by = NULL, leased_until = NULL
            WHERE id = :id AND leased_by = :by AND state = 'REVIEW'
            """)
        .param("id", passage.value())
        .param("by", reviewer.name())
        .update();
  }

  @Override
  public ResolveOutcome resolve(
      PassageId passage, Reviewer reviewer, Resolution resolution, Instant now) {
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              String text = Resolutions.write(resolution);
              int resolved =
                  jdbc.sql(
                          "UPDATE passage SET resolution = :resolution, resolved_by = :by WHERE id = :id AND"
                              + OPEN
                              + "AND (leased_by IS NULL OR leased_by = :by OR leased_until <= :now)")
                      .param("resolution", text)
                      .param("by", reviewer.name())
                      .param("id", passage.value())
                      .param("now", now.toEpochMilli())
                      .update();
              return outcome(passage, text, resolved == 1);
            }));
  }

  private ResolveOutcome outcome(PassageId passage, String resolution, boolean resolved) {
    return jdbc.sql("SELECT * FROM passage WHERE id = :id AND candidates IS NOT NULL")
        .param("id", passage.value())
        .query(
            (row, n) -> {
              String stands = row.getString("resolution");
              if (resolved || resolution.equals(stands)) {
                return (ResolveOutcome) new ResolveOutcome.Resolved(Rows.decided(row, n));
              }
              return refusal(row, stands);
            })
        .optional()
        .orElseGet(ResolveOutcome.Unknown::new);
  }

  private static ResolveOutcome refusal(ResultSet row, @Nullable String stands)
      throws SQLException {
    if (stands != null) {
      return new ResolveOutcome.Conflict(
          row.getString("resolved_by") + " resolved this photo already");
    }
    if (row.getString("state").equals("REVIEW")) {
      return new ResolveOutcome.Conflict(row.getString("leased_by") + " works on this photo");
    }
    return new ResolveOutcome.Unknown();
  }

  @Override
  public List<ReviewTask> open(int limit) {
    return jdbc.sql(
            "SELECT * FROM passage WHERE" + OPEN + "ORDER BY decided_at, arrival LIMIT :limit")
        .param("limit", limit)
        .query(SqliteReviewQueue::task)
        .list();
  }

  @Override
  public long size() {
    return jdbc.sql("SELECT count(*) FROM passage WHERE" + OPEN).query(Long.class).single();
  }

  private static ReviewTask task(ResultSet row, int number) throws SQLException {
    String leasedBy = row.getString("leased_by");
    return new ReviewTask(
        new ReviewRequired(
            Rows.decided(row, number),
            ReviewRequired.Reason.valueOf(row.getString("reason")),
            Rows.candidates(row),
            row.getString("why")),
        Instant.ofEpochMilli(row.getLong("decided_at")),
        leasedBy == null ? null : new Reviewer(leasedBy),
        Rows.instant(row, "leased_until"));
  }
}
