package com.contoso.tollbooth.local.store;

import com.contoso.tollbooth.plate.CapturedAt;
import com.contoso.tollbooth.plate.Passage;
import com.contoso.tollbooth.plate.PassageClosed;
import com.contoso.tollbooth.plate.PassageId;
import com.contoso.tollbooth.plate.PhotoUploaded;
import com.contoso.tollbooth.plate.PlateAccepted;
import com.contoso.tollbooth.registry.PassageRegistry;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The registry as table passage; each transition is one guarded update. */
public final class SqlitePassageRegistry implements PassageRegistry {
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final InstantSource clock;

  SqlitePassageRegistry(JdbcClient jdbc, TransactionTemplate transactions, InstantSource clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public boolean receive(PhotoUploaded photo) {
    return jdbc.sql(
                """
                INSERT INTO passage (id, photo, tag, bytes, metadata, received_at, state)
                VALUES (:id, :photo, :tag, :bytes, :metadata, :received, 'RECEIVED')
                ON CONFLICT (id) DO NOTHING
                """)
            .param("id", photo.passage().value())
            .param("photo", photo.path().value())
            .param("tag", photo.tag().value())
            .param("bytes", photo.bytes())
            .param("metadata", Rows.JSON.writeValueAsString(photo.metadata()))
            .param("received", photo.uploadedAt().toEpochMilli())
            .update()
        == 1;
  }

  @Override
  public boolean accept(PlateAccepted accepted) {
    return changed(
        () -> {
          ensureKnown(jdbc, accepted.passage());
          boolean manual = accepted.source() == PlateAccepted.Source.MANUAL;
          int moved =
              jdbc.sql(
                      """
                      UPDATE passage SET state = 'BILLABLE', captured_at = :captured,
                        captured_from = :capturedFrom, decided_at = :now, plate = :plate,
                        jurisdiction = :jurisdiction, confidence = :confidence, source = :source,
                        reason = NULL, why = :why, leased_by = NULL, leased_until = NULL
                      WHERE id = :id
                        AND (state IN ('RECEIVED', 'FAILED') OR (:manual AND state = 'REVIEW'))
                      """)
                  .param("captured", accepted.passage().capturedAt().at().toEpochMilli())
                  .param("capturedFrom", accepted.passage().capturedAt().source().name())
                  .param("now", clock.millis())
                  .param("plate", accepted.plate().text())
                  .param("jurisdiction", accepted.jurisdiction().name())
                  .param("confidence", accepted.confidence().value())
                  .param("source", accepted.source().name())
                  .param("why", accepted.why())
                  .param("id", accepted.passage().id().value())
                  .param("manual", manual)
                  .update();
          if (moved == 1) {
            enter(accepted);
          }
          return moved == 1;
        });
  }

  /** In the ledger time never runs back, and never into a window that is closed. */
  private void enter(PlateAccepted accepted) {
    jdbc.sql(
            """
            INSERT INTO billable (passage_id, recorded_at, booth, captured_at, plate, jurisdiction,
              confidence, source)
            VALUES (:id, max(:now, coalesce((SELECT max(recorded_at) FROM billable), 0),
                coalesce((SELECT max(to_at) FROM export_window), 0)),
              :booth, :captured, :plate, :jurisdiction, :confidence, :source)
            """)
        .param("id", accepted.passage().id().value())
        .param("now", clock.millis())
        .param("booth", accepted.passage().booth().value())
        .param("captured", accepted.passage().capturedAt().at().toEpochMilli())
        .param("plate", accepted.plate().text())
        .param("jurisdiction", accepted.jurisdiction().name())
        .param("confidence", accepted.confidence().value())
        .param("source", accepted.source().name())
        .update();
  }

  @Override
  public boolean close(PassageClosed closed) {
    return changed(
        () -> {
          ensureKnown(jdbc, closed.passage());
          return jdbc.sql(
                      """
                      UPDATE passage SET state = 'UNBILLABLE', captured_at = :captured,
                        captured_from = :capturedFrom, decided_at = :now, reason = :reason,
                        why = :why, leased_by = NULL, leased_until = NULL
                      WHERE id = :id AND state IN ('RECEIVED', 'REVIEW', 'FAILED')
                      """)
                  .param("captured", closed.passage().capturedAt().at().toEpochMilli())
                  .param("capturedFrom", closed.passage().capturedAt().source().name())
                  .param("now", clock.millis())
                  .param("reason", closed.code().name())
                  .param("why", closed.code().displayName() + ".")
                  .param("id", closed.passage().id().value())
                  .update()
              == 1;
        });
  }

  @Override
  public boolean fail(PassageId passage, String reason) {
    return jdbc.sql(
                """
                UPDATE passage SET state = 'FAILED', decided_at = :now, reason = 'FAILED', why = :why
                WHERE id = :id AND state = 'RECEIVED'
                """)
            .param("now", clock.millis())
            .param("why", reason)
            .param("id", passage.value())
            .update()
        == 1;
  }

  @Override
  public boolean retry(PassageId passage) {
    return jdbc.sql(
                """
                UPDATE passage SET state = 'RECEIVED', decided_at = NULL, reason = NULL, why = NULL
                WHERE id = :id AND state = 'FAILED'
                """)
            .param("id", passage.value())
            .update()
        == 1;
  }

  /** A decision may overtake the arrival of its photo. */
  static void ensureKnown(JdbcClient jdbc, Passage passage) {
    CapturedAt capturedAt = passage.capturedAt();
    jdbc.sql(
            """
            INSERT INTO passage (id, photo, tag, bytes, metadata, received_at, state)
            VALUES (:id, :photo, :tag, 0, '{}', :received, 'RECEIVED')
            ON CONFLICT (id) DO NOTHING
            """)
        .param("id", passage.id().value())
        .param("photo", passage.photo().value())
        .param("tag", passage.tag().value())
        .param("received", capturedAt.at().toEpochMilli())
        .update();
  }

  private boolean changed(java.util.function.BooleanSupplier change) {
    return Boolean.TRUE.equals(transactions.execute(status -> change.getAsBoolean()));
  }
}
