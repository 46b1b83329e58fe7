package com.contoso.tollbooth.azure.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contoso.tollbooth.azure.items.Pause;
import com.contoso.tollbooth.billing.Notice;
import com.contoso.tollbooth.billing.Notices;
import com.contoso.tollbooth.usage.UsageMail;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CosmosUsageMailsTests {
  private static final UsageMail MAIL = new UsageMail("restated-1", "restated", "text");

  private final UsageDatabase database = new UsageDatabase();
  private final List<String> sent = new CopyOnWriteArrayList<>();
  private volatile Instant now = Instant.parse("2026-03-10T12:00:00Z");

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void sendsAMailOnce() {
    mails(this::take, this::pass).send(MAIL);
    mails(this::take, this::pass).send(MAIL);
    mails(this::take, this::pass).send(new UsageMail("restated-2", "restated", "text"));

    assertThat(sent).containsExactly("restated-1", "restated-2");
  }

  @Test
  void sendsAMailOnceThoughTwoSendItAtOnce() throws Exception {
    var sending = new CountDownLatch(1);
    var second = new CountDownLatch(1);
    Notices slow =
        notice -> {
          take(notice);
          sending.countDown();
          await(second);
        };
    var first = CompletableFuture.runAsync(() -> mails(slow, this::pass).send(MAIL));
    await(sending);

    mails(
            notice -> {
              take(notice);
              second.countDown();
            },
            wait -> {
              second.countDown();
              first.join();
            })
        .send(MAIL);

    assertThat(first).succeedsWithin(Duration.ofSeconds(10));
    assertThat(sent).containsExactly("restated-1");
  }

  @Test
  void sendsInThePlaceOfASenderThatDied() {
    Notices dies =
        notice -> {
          throw new OutOfMemoryError("the process ends here");
        };
    assertThatThrownBy(() -> mails(dies, this::pass).send(MAIL))
        .isInstanceOf(OutOfMemoryError.class);
    Instant died = now;

    mails(this::take, this::pass).send(MAIL);

    assertThat(sent).containsExactly("restated-1");
    assertThat(Duration.between(died, now))
        .as("in time for the function that waits")
        .isBetween(Duration.ofMinutes(1), Duration.ofMinutes(3));
  }

  @Test
  void triesAtOnceAgainWhatTheServerRefused() {
    Notices refused =
        notice -> {
          throw new IllegalStateException("the server is busy");
        };
    assertThatThrownBy(() -> mails(refused, this::pass).send(MAIL)).hasMessageContaining("busy");
    Instant then = now;

    mails(this::take, this::pass).send(MAIL);

    assertThat(sent).containsExactly("restated-1");
    assertThat(now).isEqualTo(then);
  }

  @Test
  void sendsAMailOnceThoughTheDatabaseLosesEachAnswer() {
    database.emulator.faults().next(1).lostAfterWrite();
    mails(
            notice -> {
              take(notice);
              database.emulator.faults().next(1).lostAfterWrite();
            },
            this::pass)
        .send(MAIL);
    mails(this::take, this::pass).send(MAIL);

    assertThat(sent).containsExactly("restated-1");
  }

  private CosmosUsageMails mails(Notices notices, Pause pause) {
    return new CosmosUsageMails(database.store, notices, () -> now, pause);
  }

  private void take(Notice notice) {
    sent.add(notice.id());
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
