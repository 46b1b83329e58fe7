package com.contoso.tollbooth.local.broker;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.SmartLifecycle;

/** Runs the lanes of all subscriptions from start to stop. */
public final class Dispatcher implements SmartLifecycle {
  private final Map<String, Lane<?>> lanes;
  private volatile boolean running;

  Dispatcher(List<Lane<?>> lanes, EventJournal journal) {
    this.lanes = lanes.stream().collect(Collectors.toMap(Lane::subscriber, Function.identity()));
    journal.onWake(this::wake);
  }

  /** How many deliveries the subscriber works on now. */
  public int working(String subscriber) {
    return lane(subscriber).working();
  }

  /** Until when the subscriber is paused for an outage, if it is. */
  public Optional<Instant> pausedUntil(String subscriber) {
    return lane(subscriber).pausedUntil();
  }

  @Override
  public void start() {
    running = true;
    lanes.values().forEach(Lane::start);
  }

  @Override
  public void stop() {
    running = false;
    lanes.values().forEach(Lane::stop);
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** A subscriber that is no more keeps its deliveries until it is declared again. */
  private void wake(String subscriber) {
    Lane<?> lane = lanes.get(subscriber);
    if (lane != null) {
      lane.wake();
    }
  }

  private Lane<?> lane(String subscriber) {
    Lane<?> lane = lanes.get(subscriber);
    if (lane == null) {
      throw new IllegalArgumentException("there is no subscriber " + subscriber);
    }
    return lane;
  }
}
