package com.contoso.tollbooth.local.broker;

import com.contoso.tollbooth.plate.PhotoRefused;
import com.contoso.tollbooth.recognition.TextReaderUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands the deliveries of one subscription to its handler, oldest first, on its own threads. A
 * handler's writes, the events it publishes and the end of the delivery are one transaction.
 *
 * <p>While the OCR engine is unavailable the lane is paused, with one delivery as a probe when the
 * pause is over.
 */
final class Lane<T> {
  private static final Logger log = LoggerFactory.getLogger(Lane.class);

  /** Deliveries held in memory beside those at work; few, so that a flood stays on disk. */
  private static final int AHEAD = 64;

  /** A worker that saw nothing to do looks again after this, should a wake-up have been missed. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

  private static final Duration AFTER_A_FAULT = Duration.ofSeconds(1);

  private final Subscription<T> subscription;
  private final Deliveries deliveries;
  private final TransactionTemplate transactions;
  private final BrokerSettings settings;
  private final InstantSource clock;

  private final Deque<Delivery> ahead = new ArrayDeque<>();
  private final Set<Long> held = new HashSet<>();
  private final List<Thread> threads = new ArrayList<>();
  private boolean running;
  private boolean refilling;
  private long lookAt = System.nanoTime();
  private int working;
  private @Nullable Instant pausedUntil;

  Lane(
      Subscription<T> subscription,
      Deliveries deliveries,
      TransactionTemplate transactions,
      BrokerSettings settings,
      InstantSource clock) {
    this.subscription = subscription;
    this.deliveries = deliveries;
    this.transactions = transactions;
    this.settings = settings;
    this.clock = clock;
  }

  String subscriber() {
    return subscription.subscriber();
  }

  synchronized void start() {
    running = true;
    for (int worker = 1; worker <= subscription.workers(); worker++) {
      threads.add(Thread.ofPlatform().daemon().name(subscriber() + "-" + worker).start(this::work));
    }
  }

  /** Returns when every handler at work has come to its end. */
  void stop() {
    List<Thread> ending;
    synchronized (this) {
      running = false;
      notifyAll();
      ending = List.copyOf(threads);
      threads.clear();
    }
    for (Thread thread : ending) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** Never waits for the journal: publishers call it while they still hold their connection. */
  synchronized void wake() {
    lookAt = System.nanoTime();
    notifyAll();
  }

  /** How many deliveries are in the handler now. */
  synchronized int working() {
    return working;
  }

  /** Until when the lane is paused, if it is. */
  synchronized Optional<Instant> pausedUntil() {
    return Optional.ofNullable(pausedUntil);
  }

  private void work() {
    while (true) {
      try {
        List<Delivery> taken = take();
        if (taken.isEmpty()) {
          return;
        }
        try {
          handle(taken);
        } finally {
          giveBack(taken);
        }
      } catch (InterruptedException stray) {
        log.warn("{}: interrupted; goes on", subscriber(), stray);
      } catch (Throwable fault) {
        log.error("{}: the journal cannot be used now; trying again", subscriber(), fault);
      }
    }
  }

  /** Waits for deliveries; empty when the lane is stopped. */
  private List<Delivery> take() throws InterruptedException {
    while (true) {
      Set<Long> atWork;
      synchronized (this) {
        awaitWork();
        if (!running) {
          return List.of();
        }
        if (!ahead.isEmpty()) {
          return takeAhead();
        }
        refilling = true;
        lookAt = System.nanoTime() + LOOK_AGAIN.toNanos();
        atWork = Set.copyOf(held);
      }
      refill(atWork);
    }
  }

  /** Returns when there is something to take, when it is time to look for it, or at the end. */
  private void awaitWork() throws InterruptedException {
    while (running) {
      Duration wait = pauseLeft(clock.instant());
      if (wait.isZero()) {
        long left = lookAt - System.nanoTime();
        if (!ahead.isEmpty() || (!refilling && left <= 0)) {
          return;
        }
        wait = refilling ? LOOK_AGAIN : Duration.ofNanos(left);
      }
      wait(Math.max(1, wait.toMillis()));
    }
  }

  /** While paused, and while a probe is out after the pause, nobody takes anything. */
  private Duration pauseLeft(Instant now) {
    if (pausedUntil == null) {
      return Duration.ZERO;
    }
    if (now.isBefore(pausedUntil)) {
      return Duration.between(now, pausedUntil);
    }
    return working > 0 ? LOOK_AGAIN : Duration.ZERO;
  }

  /**
   * Reads the journal, one worker at a time and without the monitor. What was at work when it began
   * is left out, even if it has come to its end since.
   */
  private void refill(Set<Long> atWork) {
    List<Delivery> found = List.of();
    Duration next = AFTER_A_FAULT;
    try {
      Instant now = clock.instant();
      found =
          deliveries.due(subscriber(), now, AHEAD + atWork.size()).stream()
              .filter(delivery -> !atWork.contains(delivery.number()))
              .toList();
      next = found.isEmpty() ? untilNextDue(now) : Duration.ZERO;
    } finally {
      synchronized (this) {
        ahead.addAll(found);
        lookAt = Math.min(lookAt, System.nanoTime() + next.toNanos());
        refilling = false;
        notifyAll();
      }
    }
  }

  private List<Delivery> takeAhead() {
    var taken = new ArrayList<Delivery>();
    int most = pausedUntil == null ? subscription.batch() : 1;
    while (taken.size() < most && !ahead.isEmpty()) {
      Delivery delivery = ahead.remove();
      held.add(delivery.number());
      taken.add(delivery);
    }
    working += taken.size();
    return taken;
  }

  private Duration untilNextDue(Instant now) {
    Duration next =
        deliveries
            .nextDue(subscriber(), now)
            .map(due -> Duration.between(now, due))
            .orElse(LOOK_AGAIN);
    return next.compareTo(LOOK_AGAIN) < 0 ? next : LOOK_AGAIN;
  }

  /** What failed is due again some time, so the journal is looked at. */
  private synchronized void giveBack(List<Delivery> taken) {
    taken.forEach(delivery -> held.remove(delivery.number()));
    working -= taken.size();
    wake();
  }

  private void handle(List<Delivery> taken) {
    try {
      transactions.executeWithoutResult(status -> taken.forEach(this::handleInTransaction));
      succeeded();
    } catch (Throwable fault) {
      if (taken.size() > 1) {
        taken.forEach(delivery -> handle(List.of(delivery)));
      } else {
        failed(taken.getFirst(), fault);
      }
    }
  }

  private void handleInTransaction(Delivery delivery) {
    CloudEvent event = EventJournal.JSON.readValue(delivery.event(), CloudEvent.class);
    try {
      subscription
          .handler()
          .accept(EventJournal.JSON.treeToValue(event.data(), subscription.payload()));
    } finally {
      if (Thread.interrupted()) {
        log.debug("{}: the handler left its thread interrupted", subscriber());
      }
    }
    deliveries.done(delivery);
  }

  /** A success that began before the pause ends none: the engine asked to be left alone since. */
  private synchronized void succeeded() {
    if (pausedUntil != null && !clock.instant().isBefore(pausedUntil)) {
      log.info("{}: works again", subscriber());
      pausedUntil = null;
      notifyAll();
    }
  }

  private void failed(Delivery delivery, Throwable fault) {
    Instant now = clock.instant();
    switch (fault) {
      case TextReaderUnavailable outage -> pause(delivery, outage, now);
      case PhotoRefused refused -> bury(delivery, delivery.attempts() + 1, refused, now);
      default -> {
        int attempts = delivery.attempts() + 1;
        if (attempts >= settings.attempts()) {
          bury(delivery, attempts, fault, now);
        } else {
          Instant until = now.plus(settings.delayAfter(attempts, chance()));
          deliveries.postpone(delivery, attempts, until);
          log.warn(
              "Passage {}: {} failed, attempt {}; again at {}",
              delivery.passage(),
              subscriber(),
              attempts,
              until,
              fault);
        }
        succeeded();
      }
    }
  }

  private void bury(Delivery delivery, int attempts, Throwable fault, Instant now) {
    deliveries.bury(delivery, attempts, reasonOf(fault), now);
    log.warn("Passage {}: {} gave it up: {}", delivery.passage(), subscriber(), reasonOf(fault));
    succeeded();
  }

  private void pause(Delivery delivery, TextReaderUnavailable outage, Instant now) {
    Instant until = now.plus(settings.spread(outage.retryAfter(), chance()));
    deliveries.postpone(delivery, delivery.attempts(), until);
    synchronized (this) {
      pausedUntil = until;
      ahead.clear();
    }
    log.warn("{}: paused until {}: {}", subscriber(), until, outage.getMessage());
  }

  private static String reasonOf(Throwable fault) {
    String message = fault.getMessage();
    return message == null ? fault.getClass().getSimpleName() : message;
  }

  private static double chance() {
    return ThreadLocalRandom.current().nextDouble();
  }
}
