package com.contoso.tollbooth.api;

import com.contoso.tollbooth.plate.PassageId;
import com.contoso.tollbooth.reconciliation.DeadLetter;
import com.contoso.tollbooth.reconciliation.DeadLetterPage;
import com.contoso.tollbooth.reconciliation.ReconciliationReport;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Dead letters and reconciliation. */
record RecoveryRoutes(
    Function<Integer, DeadLetterPage> listDeadLetters,
    Function<List<String>, Integer> replayDeadLetters,
    Supplier<ReconciliationReport> reconcile)
    implements Routes {

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/api/dead-letters", this::list),
        Route.post("/api/dead-letters/replay", this::replay),
        Route.post("/api/reconciliation", call -> ApiAnswer.json(reconcile.get())));
  }

  private ApiAnswer list(Call call) {
    DeadLetterPage page = listDeadLetters.apply(call.limit(100));
    return ApiAnswer.json(
        new Letters(page.total(), page.letters().stream().map(LetterView::of).toList()));
  }

  private ApiAnswer replay(Call call) {
    List<String> ids = call.body(Replay.class).ids();
    return ApiAnswer.json(new Replayed(replayDeadLetters.apply(ids == null ? List.of() : ids)));
  }

  record Letters(long total, List<LetterView> deadLetters) {}

  record Replay(@Nullable List<String> ids) {}

  record Replayed(int replayed) {}

  record LetterView(
      String id,
      String subscriber,
      String type,
      @Nullable String passageId,
      @Nullable String photoPath,
      String reason,
      int attempts,
      Instant failedAt) {
    static LetterView of(DeadLetter letter) {
      PassageId passage = letter.passage();
      return new LetterView(
          letter.id(),
          letter.subscriber(),
          letter.type(),
          passage == null ? null : passage.value(),
          letter.photoPath(),
          letter.reason(),
          letter.attempts(),
          letter.failedAt());
    }
  }
}
