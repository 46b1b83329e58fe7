package com.contoso.tollbooth.azure.intake;

import com.contoso.tollbooth.azure.intake.PhotoEvent.MalformedMessage;
import com.contoso.tollbooth.azure.storage.BlobDeadLetters;
import com.contoso.tollbooth.azure.storage.BlobPhotoStore;
import com.contoso.tollbooth.azure.storage.PhotoQueue;
import com.contoso.tollbooth.plate.PassageId;
import com.contoso.tollbooth.plate.PhotoRefused;
import com.contoso.tollbooth.plate.PhotoUploaded;
import com.contoso.tollbooth.recognition.TextReaderUnavailable;
import com.contoso.tollbooth.reconciliation.DeadLetter;
import com.contoso.tollbooth.registry.PassageRegistry;
import com.contoso.tollbooth.registry.PassageState;
import com.contoso.tollbooth.registry.Passages;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.core.instrument.Metrics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles a message of the photo queue to its end, so that the host may delete it: its photo is
 * processed, or the message is back in the queue with a delay, or it is a dead letter with its
 * reason. It throws only where none of these could be done; then the host delivers it again.
 *
 * <p>An outage of the OCR engine sends messages back without using up their attempts. While it
 * lasts, a circuit breaker lets none through but one probe after the time that the engine asked
 * for.
 */
public final class PhotoMessages implements Consumer<String> {
  private static final Logger log = LoggerFactory.getLogger(PhotoMessages.class);

  private final BlobPhotoStore photos;
  private final String container;
  private final PhotoQueue queue;
  private final BlobDeadLetters letters;
  private final PassageRegistry registry;
  private final Passages passages;
  private final Consumer<PhotoUploaded> processPhoto;
  private final IntakeSettings settings;
  private final InstantSource clock;
  private final CircuitBreaker breaker;
  private volatile Instant pausedUntil = Instant.EPOCH;

  public PhotoMessages(
      BlobPhotoStore photos,
      String container,
      PhotoQueue queue,
      BlobDeadLetters letters,
      PassageRegistry registry,
      Passages passages,
      Consumer<PhotoUploaded> processPhoto,
      IntakeSettings settings,
      InstantSource clock) {
    this.photos = photos;
    this.container = container;
    this.queue = queue;
    this.letters = letters;
    this.registry = registry;
    this.passages = passages;
    this.processPhoto = processPhoto;
    this.settings = settings;
    this.clock = clock;
    this.breaker =
        CircuitBreaker.of(
            "ocr",
            CircuitBreakerConfig.custom()
                .permittedNumberOfCallsInHalfOpenState(1)
                .clock(clock.withZone(ZoneOffset.UTC))
                .build());
  }

  @Override
  public void accept(String message) {
    try {
      switch (PhotoEvent.parse(message, container)) {
        case PhotoEvent.Foreign(String why) -> ignore(why, "foreign");
        case PhotoEvent.Arrived arrived -> handle(new Delivery(message, arrived));
      }
    } catch (MalformedMessage e) {
      bury(message, null, null, "malformed: " + e.getMessage(), 1);
    }
  }

  /** Keeps a message that the host itself gave up, because this process died on it each time. */
  public void poisoned(String message) {
    PassageId passage = null;
    String path = null;
    try {
      if (PhotoEvent.parse(message, container) instanceof PhotoEvent.Arrived arrived) {
        passage = arrived.passage();
        path = arrived.path().value();
      }
    } catch (MalformedMessage e) {
      log.debug("A poisoned message is malformed too", e);
    }
    bury(message, passage, path, "its processing ended the process each time", 0);
  }

  /** Until when this process leaves the OCR engine alone, if it does. */
  public Optional<Instant> pausedUntil() {
    return Optional.of(pausedUntil).filter(clock.instant()::isBefore);
  }

  private void handle(Delivery delivery) {
    if (!breaker.tryAcquirePermission()) {
      sendBack(delivery, Duration.between(clock.instant(), pausedUntil));
      return;
    }
    try {
      process(delivery.arrived());
    } catch (TextReaderUnavailable outage) {
      pausedUntil = clock.instant().plus(outage.retryAfter());
      breaker.transitionToOpenStateFor(outage.retryAfter());
      log.warn("OCR is paused for {}: {}", outage.retryAfter(), outage.getMessage());
      sendBack(delivery, outage.retryAfter());
      return;
    } catch (RuntimeException fault) {
      closeAfterProbe();
      failed(delivery, fault);
      return;
    }
    closeAfterProbe();
  }

  private void closeAfterProbe() {
    breaker.onSuccess(0, TimeUnit.NANOSECONDS);
  }

  private void process(PhotoEvent.Arrived arrived) {
    Optional<PhotoUploaded> stored = photos.stored(arrived.path());
    if (stored.filter(photo -> !photo.tag().equals(arrived.tag())).isPresent()) {
      ignore("passage " + arrived.passage() + ": its photo was replaced", "replaced");
      return;
    }
    PhotoUploaded photo =
        stored.orElseThrow(
            () -> new PhotoRefused(PhotoRefused.Reason.GONE, "it is not in the photo store"));
    if (registry.receive(photo) || undecided(photo.passage())) {
      processPhoto.accept(photo);
    }
  }

  private boolean undecided(PassageId passage) {
    return passages
        .find(passage)
        .map(known -> known.state())
        .filter(state -> state == PassageState.RECEIVED || state == PassageState.FAILED)
        .isPresent();
  }

  /** An event may be earlier than its blob, so a photo that is gone is looked for again. */
  private void failed(Delivery delivery, RuntimeException fault) {
    int attempts = delivery.attempts() + 1;
    boolean forever =
        fault instanceof PhotoRefused refused && refused.reason() != PhotoRefused.Reason.GONE;
    if (forever || attempts >= settings.attempts()) {
      bury(
          delivery.message(),
          delivery.arrived().passage(),
          delivery.arrived().path().value(),
          reasonOf(fault),
          attempts);
    } else {
      log.warn("Passage {}: attempt {} failed", delivery.arrived().passage(), attempts, fault);
      queue.send(
          delivery.with(Delivery.ATTEMPTS, attempts), settings.delayAfter(attempts, chance()));
    }
  }

  private void sendBack(Delivery delivery, Duration asked) {
    int outages = delivery.outages() + 1;
    queue.send(
        delivery.with(Delivery.OUTAGES, outages), settings.delayInOutage(asked, outages, chance()));
  }

  private void bury(
      String message,
      @Nullable PassageId passage,
      @Nullable String path,
      String reason,
      int attempts) {
    String id = BlobDeadLetters.idFor("photo-uploads", passage, message);
    log.warn("Dead letter {}: {}", id, reason);
    letters.bury(
        Delivery.fresh(message),
        new DeadLetter(
            id,
            "processPhoto",
            PhotoUploaded.TYPE,
            passage,
            path,
            reason,
            attempts,
            clock.instant()));
  }

  private static void ignore(String why, String kind) {
    log.info("A message is passed over: {}", why);
    Metrics.counter("tollbooth.intake.ignored", "kind", kind).increment();
  }

  private static String reasonOf(Throwable fault) {
    String message = fault.getMessage();
    return message == null ? fault.getClass().getSimpleName() : message;
  }

  private static double chance() {
    return ThreadLocalRandom.current().nextDouble();
  }
}
