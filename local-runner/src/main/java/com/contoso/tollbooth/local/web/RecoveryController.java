package com.contoso.tollbooth.local.web;

import com.contoso.tollbooth.plate.PassageId;
import com.contoso.tollbooth.reconciliation.DeadLetter;
import com.contoso.tollbooth.reconciliation.DeadLetters;
import com.contoso.tollbooth.reconciliation.ReconciliationReport;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Dead letters and reconciliation. */
@RestController
class RecoveryController {
  private final DeadLetters letters;
  private final Function<Integer, List<DeadLetter>> listDeadLetters;
  private final Function<List<String>, Integer> replayDeadLetters;
  private final Supplier<ReconciliationReport> reconcile;

  RecoveryController(
      DeadLetters letters,
      Function<Integer, List<DeadLetter>> listDeadLetters,
      Function<List<String>, Integer> replayDeadLetters,
      Supplier<ReconciliationReport> reconcile) {
    this.letters = letters;
    this.listDeadLetters = listDeadLetters;
    this.replayDeadLetters = replayDeadLetters;
    this.reconcile = reconcile;
  }

  @GetMapping("/api/dead-letters")
  Letters list(@RequestParam(defaultValue = "100") int limit) {
    return new Letters(
        letters.size(), listDeadLetters.apply(limit).stream().map(LetterView::of).toList());
  }

  @PostMapping("/api/dead-letters/replay")
  Replayed replay(@RequestBody Replay replay) {
    List<String> ids = replay.ids();
    return new Replayed(replayDeadLetters.apply(ids == null ? List.of() : ids));
  }

  @PostMapping("/api/reconciliation")
  ReconciliationReport reconcile() {
    return reconcile.get();
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
