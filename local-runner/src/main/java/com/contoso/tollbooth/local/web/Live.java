package com.contoso.tollbooth.local.web;

import com.contoso.tollbooth.api.OverviewView;
import com.contoso.tollbooth.api.PassageView;
import com.contoso.tollbooth.registry.PassagePage;
import com.contoso.tollbooth.registry.PassageQuery;
import com.contoso.tollbooth.registry.PassageRecord;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The live stream: twice a second the overview if it changed, and those of the newest passages that
 * did.
 */
@RestController
final class Live implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Live.class);
  private static final long NO_TIMEOUT = 0;
  private static final long BEAT_MILLIS = 500;
  private static final int NEWEST = 50;

  private final Supplier<OverviewView> readOverview;
  private final Function<PassageQuery, PassagePage> listPassages;
  private final List<SseEmitter> listeners = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService beat =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("live-stream").daemon().factory());
  private OverviewView told;
  private Map<String, PassageRecord> shown = new HashMap<>();

  Live(Supplier<OverviewView> readOverview, Function<PassageQuery, PassagePage> listPassages) {
    this.readOverview = readOverview;
    this.listPassages = listPassages;
    this.told = readOverview.get();
    var unused =
        beat.scheduleWithFixedDelay(this::beat, BEAT_MILLIS, BEAT_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Between beats, so that nothing is told after what is shown first and before it listens. */
  @GetMapping(path = "/api/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  synchronized SseEmitter listen() throws IOException {
    var listener = new SseEmitter(NO_TIMEOUT);
    listener.onCompletion(() -> listeners.remove(listener));
    listener.onTimeout(() -> listeners.remove(listener));
    listener.onError(e -> listeners.remove(listener));
    listener.send(SseEmitter.event().name("overview").data(readOverview.get()));
    listeners.add(listener);
    return listener;
  }

  private synchronized void beat() {
    try {
      OverviewView overview = readOverview.get();
      if (!listeners.isEmpty()) {
        if (!overview.equals(told)) {
          tell("overview", overview);
        }
        tellPassages();
      }
      told = overview;
    } catch (RuntimeException e) {
      log.warn("The live stream missed a beat", e);
    }
  }

  private void tellPassages() {
    Map<String, PassageRecord> newest =
        listPassages.apply(new PassageQuery(null, null, NEWEST)).passages().stream()
            .collect(Collectors.toMap(passage -> passage.id().value(), passage -> passage));
    newest.forEach(
        (id, passage) -> {
          if (!passage.equals(shown.get(id))) {
            tell("passage", PassageView.of(passage));
          }
        });
    shown = newest;
  }

  private void tell(String event, Object data) {
    for (SseEmitter listener : listeners) {
      try {
        listener.send(SseEmitter.event().name(event).data(data));
      } catch (IOException | IllegalStateException e) {
        listeners.remove(listener);
      }
    }
  }

  @Override
  public void close() {
    beat.shutdownNow();
    for (SseEmitter listener : listeners) {
      try {
        listener.complete();
      } catch (IllegalStateException gone) {
        log.debug("A listener of the live stream has left already", gone);
      }
    }
  }
}
