package com.contoso.tollbooth.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contoso.tollbooth.billing.ExportOutcome.Status;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnnounceExportTests {
  private final List<Notice> sent = new ArrayList<>();
  private final Map<Condition, Instant> lasting = new EnumMap<>(Condition.class);
  private boolean mailsFail;
  private final AnnounceExport announce =
      new AnnounceExport(
          this::send,
          new Conditions() {
            @Override
            public Map<Condition, Instant> lasting() {
              return Map.copyOf(lasting);
            }

            @Override
            public void begin(Condition condition, Instant since) {
              lasting.putIfAbsent(condition, since);
            }

            @Override
            public void end(Condition condition) {
              lasting.remove(condition);
            }
          },
          InstantSource.fixed(Instant.parse("2026-03-01T10:00:00Z")));

  private void send(Notice notice) {
    if (mailsFail) {
      throw new IllegalStateException("no mail server");
    }
    sent.add(notice);
  }

  @Test
  void mailsAConditionOnceWhenItBeginsAndOnceWhenItClears() {
    announce.accept(outcome(Status.NO_DATA));
    announce.accept(outcome(Status.NO_DATA));
    announce.accept(outcome(Status.EXPORTED));
    announce.accept(outcome(Status.EXPORTED));

    assertThat(sent)
        .extracting(Notice::subject)
        .containsExactly(
            "TollBooth: no plates to export", "Cleared: TollBooth: no plates to export");
  }

  @Test
  void mailsDifferentStatusesDifferently() {
    announce.accept(outcome(Status.FAILED));
    announce.accept(outcome(Status.PARTLY_EXPORTED));

    assertThat(sent)
        .extracting(Notice::subject)
        .containsExactlyInAnyOrder(
            "TollBooth: the plate export failed",
            "Cleared: TollBooth: the plate export failed",
            "TollBooth: the plate export is incomplete");
    assertThat(lasting).containsOnlyKeys(Condition.PARTLY_EXPORTED);
  }

  @Test
  void saysNothingOfACallThatDidNothing() {
    announce.accept(outcome(Status.NO_DATA));
    announce.accept(outcome(Status.ALREADY_RUNNING));

    assertThat(sent).hasSize(1);
    assertThat(lasting).containsOnlyKeys(Condition.NO_DATA);
  }

  @Test
  void mailsLaterWhatCouldNotBeMailed() {
    mailsFail = true;
    assertThatThrownBy(() -> announce.accept(outcome(Status.FAILED))).hasMessage("no mail server");
    mailsFail = false;
    announce.accept(outcome(Status.FAILED));

    assertThat(sent).hasSize(1);
  }

  private static ExportOutcome outcome(Status status) {
    return new ExportOutcome(status, List.of(), "What happened.");
  }
}
