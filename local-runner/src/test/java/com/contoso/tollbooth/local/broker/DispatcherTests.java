package com.contoso.tollbooth.local.broker;

import static com.contoso.tollbooth.plate.SamplePassages.accepted;
import static com.contoso.tollbooth.plate.SamplePassages.doubtful;
import static com.contoso.tollbooth.plate.SamplePassages.passage;
import static com.contoso.tollbooth.plate.SamplePassages.uploaded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.contoso.tollbooth.local.store.TestStore;
import com.contoso.tollbooth.plate.Jurisdiction;
import com.contoso.tollbooth.plate.LicensePlate;
import com.contoso.tollbooth.plate.PhotoRefused;
import com.contoso.tollbooth.plate.PhotoUploaded;
import com.contoso.tollbooth.plate.PlateAccepted;
import com.contoso.tollbooth.plate.PlateEvent;
import com.contoso.tollbooth.recognition.TextReaderUnavailable;
import com.contoso.tollbooth.reconciliation.DeadLetter;
import com.contoso.tollbooth.registry.PassageState;
import com.contoso.tollbooth.review.Resolution;
import com.contoso.tollbooth.review.Reviewer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DispatcherTests {
  private static final BrokerSettings QUICK =
      new BrokerSettings(2, 3, Duration.ofMillis(20), 2, Duration.ofSeconds(1), 0.2);

  @TempDir Path home;
  private TestStore store;
  private Dispatcher dispatcher;
  private EventJournal journal;
  private SqliteDeadLetters letters;

  @BeforeEach
  void open() {
    store = new TestStore(home);
  }

  @AfterEach
  void close() {
    if (dispatcher != null) {
      dispatcher.stop();
    }
    store.close();
  }

  private void start(Subscription<?>... subscriptions) {
    List<Subscription<?>> all = List.of(subscriptions);
    var deliveries = new Deliveries(store.jdbc, store.transactions, store.registry);
    journal =
        new EventJournal(
            store.jdbc,
            store.transactions,
            store.registry,
            store.passages,
            all,
            InstantSource.system());
    letters = new SqliteDeadLetters(store.jdbc, store.transactions, store.registry, journal);
    List<Lane<?>> lanes = new ArrayList<>();
    all.forEach(
        each ->
            lanes.add(
                new Lane<>(each, deliveries, store.transactions, QUICK, InstantSource.system())));
    dispatcher = new Dispatcher(lanes, journal);
    dispatcher.start();
  }

  private static Subscription<PhotoUploaded> photos(Consumer<PhotoUploaded> handler) {
    return Subscription.slow("processPhoto", PhotoUploaded.TYPE, PhotoUploaded.class, handler, 2);
  }

  private static Subscription<PlateAccepted> plates(
      String subscriber, Consumer<PlateAccepted> handler) {
    return Subscription.quick(subscriber, PlateAccepted.TYPE, PlateAccepted.class, handler);
  }

  private long waiting() {
    return store.jdbc.sql("SELECT count(*) FROM delivery").query(Long.class).single();
  }

  @Test
  void tellsEverySubscriberOfAnEventAndKeepsItNoLonger() {
    List<PlateAccepted> billed = new CopyOnWriteArrayList<>();
    List<PlateAccepted> analysed = new CopyOnWriteArrayList<>();
    start(plates("savePlate", billed::add), plates("analyse", analysed::add));

    journal.publish(accepted(1));

    await().until(() -> waiting() == 0);
    assertThat(billed).containsExactly(accepted(1));
    assertThat(analysed).containsExactly(accepted(1));
  }

  @Test
  void isEmptyWithDeadLettersOnly() {
    AtomicBoolean emptyMeanwhile = new AtomicBoolean(true);
    start(
        plates(
            "savePlate",
            plate -> {
              emptyMeanwhile.set(journal.isEmpty());
              throw new PhotoRefused(PhotoRefused.Reason.NOT_AN_IMAGE, "a test");
            }));

    journal.publish(accepted(1));

    await().until(() -> letters.size() == 1);
    assertThat(emptyMeanwhile).isFalse();
    assertThat(journal.isEmpty()).isTrue();
    assertThat(letters.list(1).getFirst().photoPath())
        .isEqualTo(accepted(1).passage().photo().value());
  }

  @Test
  void takesAnArrivalOnce() {
    AtomicInteger read = new AtomicInteger();
    start(
        photos(
            photo -> {
              read.incrementAndGet();
              store.registry.accept(accepted(1));
            }));

    assertThat(journal.arrived(uploaded(1))).isTrue();
    assertThat(journal.arrived(uploaded(1))).isFalse();

    await().until(() -> waiting() == 0);
    assertThat(journal.arrived(uploaded(1))).isFalse();
    assertThat(waiting()).isZero();
    assertThat(read).hasValue(1);
    assertThat(store.passages.counts().total()).isEqualTo(1);
  }

  /** Publishers who wait for each other fail for want of a connection, long before the limit. */
  @Test
  void keepsPublishersMovingWhenAllConnectionsAreOut() throws Exception {
    AtomicInteger read = new AtomicInteger();
    start(photos(photo -> read.incrementAndGet()));
    int most = 8 * TestStore.CONNECTIONS;
    try (var publishers = Executors.newFixedThreadPool(2 * TestStore.CONNECTIONS)) {
      List<Future<?>> all = new ArrayList<>();
      for (int n = 1; n <= most; n++) {
        int photo = n;
        all.add(publishers.submit(() -> journal.arrived(uploaded(photo))));
      }
      for (Future<?> each : all) {
        each.get(3, TimeUnit.MINUTES);
      }
    }
    await().until(() -> waiting() == 0);
    assertThat(read).hasValue(most);
  }

  @Test
  void goesOnAfterAHandlerThatLeavesItsThreadInterrupted() {
    AtomicInteger read = new AtomicInteger();
    start(
        photos(
            photo -> {
              read.incrementAndGet();
              Thread.currentThread().interrupt();
            }));

    IntStream.rangeClosed(1, 6).forEach(n -> journal.arrived(uploaded(n)));

    await().until(() -> waiting() == 0);
    assertThat(read.get()).isGreaterThanOrEqualTo(6);
  }

  @Test
  void replaysAllThatIsDeadOnce() {
    start(
        photos(
            photo -> {
              throw new PhotoRefused(PhotoRefused.Reason.EMPTY, "no bytes");
            }));
    store.transactions.executeWithoutResult(
        status -> IntStream.rangeClosed(1, 600).forEach(n -> journal.arrived(uploaded(n))));
    await().until(() -> letters.size() == 600);

    assertThat(letters.replayAll()).isEqualTo(600);

    await().until(() -> letters.size() == 600);
  }

  @Test
  void keepsALetterOfASubscriberThatIsNoMore() {
    start(
        plates(
            "analyse",
            plate -> {
              throw new IllegalStateException("not today");
            }));
    journal.publish(accepted(1));
    await().until(() -> letters.size() == 1);
    dispatcher.stop();

    start(plates("savePlate", store.registry::accept));
    assertThat(letters.replayAll()).isEqualTo(1);
    assertThat(waiting()).isEqualTo(1);
    dispatcher.stop();

    start(plates("analyse", plate -> {}));
    await().until(() -> waiting() == 0);
  }

  @Test
  void deliversAgainWhatFailedAndKeepsNoneOfItsWrites() {
    AtomicInteger calls = new AtomicInteger();
    start(
        photos(
            photo -> {
              store.registry.accept(accepted(7));
              if (calls.incrementAndGet() < 3) {
                throw new IllegalStateException("the disk hiccuped");
              }
              assertThat(store.passages.counts().total()).isEqualTo(2);
            }));

    journal.arrived(uploaded(1));

    await().until(() -> waiting() == 0);
    assertThat(calls).hasValue(3);
    assertThat(letters.size()).isZero();
    assertThat(store.passages.counts().of(PassageState.BILLABLE)).isEqualTo(1);
  }

  @Test
  void buriesWhatFailsToTheEndAndReplaysItAsIfNew() {
    Set<String> broken = ConcurrentHashMap.newKeySet();
    broken.add(passage(1).id().value());
    start(
        photos(
            photo -> {
              if (broken.contains(photo.passage().value())) {
                throw new IllegalStateException("the disk is full");
              }
            }));

    journal.arrived(uploaded(1));

    await().until(() -> letters.size() == 1);
    DeadLetter letter = letters.list(10).getFirst();
    assertThat(letter.reason()).isEqualTo("the disk is full");
    assertThat(letter.attempts()).isEqualTo(3);
    assertThat(letter.photoPath()).isEqualTo("booth-1/photo-1.jpg");
    assertThat(store.passages.counts().of(PassageState.FAILED)).isEqualTo(1);

    broken.clear();
    assertThat(letters.replay(List.of(letter.id(), "nonsense"))).isEqualTo(1);

    await().until(() -> waiting() == 0);
    assertThat(letters.replayAll()).isZero();
    assertThat(store.passages.counts().of(PassageState.RECEIVED)).isEqualTo(1);
  }

  @Test
  void buriesARefusedPhotoAtOnce() {
    start(
        photos(
            photo -> {
              throw new PhotoRefused(PhotoRefused.Reason.EMPTY, "no bytes");
            }));

    journal.arrived(uploaded(1));

    await().until(() -> letters.size() == 1);
    assertThat(letters.list(1).getFirst().attempts()).isEqualTo(1);
    assertThat(store.passages.find(passage(1).id()).orElseThrow().why())
        .isEqualTo("EMPTY: no bytes");
  }

  @Test
  void delaysPhotosInAnOutageWithoutUsingUpTheirAttempts() {
    int photos = 5;
    AtomicBoolean down = new AtomicBoolean(true);
    AtomicInteger calls = new AtomicInteger();
    Set<String> read = ConcurrentHashMap.newKeySet();
    start(
        photos(
            photo -> {
              calls.incrementAndGet();
              if (down.get()) {
                throw new TextReaderUnavailable("throttled", Duration.ofMillis(30));
              }
              read.add(photo.path().name());
            }));

    IntStream.rangeClosed(1, photos).forEach(n -> journal.arrived(uploaded(n)));

    await().until(() -> calls.get() > photos * QUICK.attempts());
    assertThat(dispatcher.pausedUntil("processPhoto")).isPresent();
    down.set(false);
    await().until(() -> waiting() == 0);
    assertThat(read).hasSize(photos);
    assertThat(letters.size()).isZero();
    await().until(() -> dispatcher.pausedUntil("processPhoto").isEmpty());
  }

  @Test
  void blocksNobodyWhileAHandlerIsSlow() throws Exception {
    var slow = new CountDownLatch(1);
    var entered = new CountDownLatch(1);
    start(
        photos(
            photo -> {
              entered.countDown();
              join(slow);
              store.registry.accept(accepted(1));
            }));
    journal.arrived(uploaded(1));
    assertThat(entered.await(1, TimeUnit.MINUTES)).isTrue();
    assertThat(dispatcher.working("processPhoto")).isEqualTo(1);

    assertThat(store.registry.accept(accepted(2))).isTrue();
    slow.countDown();

    await().until(() -> store.passages.counts().of(PassageState.BILLABLE) == 2);
  }

  @Test
  void runsNoMoreHandlersAtOnceThanItHasWorkers() {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    start(
        photos(
            photo -> {
              most.accumulateAndGet(now.incrementAndGet(), Math::max);
              Thread.onSpinWait();
              now.decrementAndGet();
            }));
    IntStream.rangeClosed(1, 200).forEach(n -> journal.arrived(uploaded(n)));

    await().until(() -> waiting() == 0);
    assertThat(most.get()).isBetween(1, 2);
  }

  @Test
  void handlesTheRestOfABatchInWhichOneFails() {
    Set<String> saved = ConcurrentHashMap.newKeySet();
    start(
        plates(
            "savePlate",
            plate -> {
              if (plate.passage().equals(passage(3))) {
                throw new IllegalStateException("odd one out");
              }
              saved.add(plate.passage().id().value());
            }));
    store.transactions.executeWithoutResult(
        status -> IntStream.rangeClosed(1, 20).forEach(n -> journal.publish(accepted(n))));

    await().until(() -> waiting() == 1 && letters.size() == 1);
    assertThat(saved).hasSize(19);
  }

  @Test
  void goesOnAfterARestartWhereItStopped() {
    start(photos(photo -> {}));
    dispatcher.stop();
    journal.arrived(uploaded(1));
    assertThat(waiting()).isEqualTo(1);

    AtomicInteger read = new AtomicInteger();
    start(photos(photo -> read.incrementAndGet()));

    await().until(() -> waiting() == 0);
    assertThat(read).hasValue(1);
  }

  @Test
  void findsAReceivedPassageWhoseMessageIsGone() {
    start(photos(photo -> {}));
    store.registry.receive(uploaded(1));

    assertThat(store.known.stranded())
        .extracting(PhotoUploaded::passage)
        .containsExactly(passage(1).id());
    journal.arrived(uploaded(1));
    await().until(() -> waiting() == 0);
  }

  @Test
  void retellsAFactThatOnlyAnotherSubscriberFailedToHear() {
    start(
        plates(
            "analyse",
            plate -> {
              throw new IllegalStateException("not today");
            }));
    store.reviews.add(doubtful(1));
    store.reviews.resolve(
        passage(1).id(),
        new Reviewer("ann"),
        new Resolution.PlateEntered(new LicensePlate("ABC1234"), Jurisdiction.TX),
        store.clock().instant());
    PlateEvent fact = store.known.untold(10).getFirst();
    journal.publish(fact);
    await().until(() -> letters.size() == 1);

    assertThat(store.known.untold(10)).containsExactly(fact);
  }

  private static void join(CountDownLatch latch) {
    try {
      assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
