package com.contoso.tollbooth.local.simulator;

import com.contoso.tollbooth.plate.BoothId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Booths that upload photos until they are stopped or have uploaded what was ordered. */
public final class BoothSimulator implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(BoothSimulator.class);
  private static final int ATTEMPTS = 5;
  private static final Duration TICK = Duration.ofMillis(50);

  private final Upload upload;
  private final InstantSource clock;
  private @Nullable Thread thread;
  private boolean stopping;
  private long uploaded;
  private long failed;

  public BoothSimulator(Upload upload, InstantSource clock) {
    this.upload = upload;
    this.clock = clock;
  }

  /** How a photo reaches the photo store. */
  @FunctionalInterface
  public interface Upload {
    void send(SimulatedPhoto photo) throws IOException;
  }

  /**
   * What is ordered.
   *
   * @param photos how many, or {@code null} for no end
   */
  public record Order(
      double photosPerMinute, TrafficCurve curve, int booths, @Nullable Long photos, long seed) {
    public Order {
      if (!(photosPerMinute > 0 && photosPerMinute <= 60_000)) {
        throw new IllegalArgumentException("the rate lies between 0 and 60,000 photos a minute");
      }
      if (booths < 1 || booths > 1000) {
        throw new IllegalArgumentException("there are 1 to 1,000 booths");
      }
      if (photos != null && photos < 1) {
        throw new IllegalArgumentException("at least 1 photo is ordered");
      }
    }
  }

  /** How far it is. */
  public record Status(boolean running, long uploaded, long failed) {}

  /** Starts the booths; those that run already are stopped first. */
  public void start(Order order) {
    stop();
    synchronized (this) {
      stopping = false;
      uploaded = 0;
      failed = 0;
      thread = Thread.ofPlatform().daemon().name("booth-simulator").start(() -> run(order));
    }
  }

  /** Returns when the last upload has ended. */
  public void stop() {
    Thread running;
    synchronized (this) {
      stopping = true;
      notifyAll();
      running = thread;
    }
    if (running != null) {
      try {
        running.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  public synchronized Status status() {
    return new Status(thread != null && thread.isAlive() && !stopping, uploaded, failed);
  }

  /** Waits until all that was ordered is uploaded. */
  public void await() throws InterruptedException {
    Thread running;
    synchronized (this) {
      running = thread;
    }
    if (running != null) {
      running.join();
    }
  }

  private void run(Order order) {
    Instant start = clock.instant();
    long most = order.photos() == null ? Long.MAX_VALUE : order.photos();
    for (long number = 0; number < most && rest(Duration.ZERO); number++) {
      while (order.curve().passed(since(start), order.photosPerMinute()) < number + 1) {
        if (!rest(TICK)) {
          return;
        }
      }
      var booth = new BoothId("booth-" + (number % order.booths() + 1));
      upload(SimulatedPhoto.draw(order.seed(), number, booth, clock.instant()));
    }
  }

  private Duration since(Instant start) {
    return Duration.between(start, clock.instant());
  }

  private void upload(SimulatedPhoto photo) {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try {
        upload.send(photo);
        count(true);
        return;
      } catch (IOException | RuntimeException e) {
        log.warn("Upload of {} failed, attempt {}: {}", photo.name(), attempt, e.getMessage());
        if (!rest(Duration.ofMillis(200L << attempt))) {
          break;
        }
      }
    }
    count(false);
  }

  private synchronized void count(boolean arrived) {
    if (arrived) {
      uploaded++;
    } else {
      failed++;
    }
  }

  /** Waits, unless it is to stop: then it says no. */
  private synchronized boolean rest(Duration time) {
    try {
      if (!stopping && !time.isZero()) {
        wait(time.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    return !stopping;
  }

  @Override
  public void close() {
    stop();
  }
}
