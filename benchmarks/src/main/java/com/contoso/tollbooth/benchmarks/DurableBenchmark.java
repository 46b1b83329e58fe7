package com.contoso.tollbooth.benchmarks;

import com.contoso.tollbooth.local.broker.EventJournal;
import com.contoso.tollbooth.plate.CapturedAt;
import com.contoso.tollbooth.plate.Confidence;
import com.contoso.tollbooth.plate.ContentTag;
import com.contoso.tollbooth.plate.Jurisdiction;
import com.contoso.tollbooth.plate.LicensePlate;
import com.contoso.tollbooth.plate.Passage;
import com.contoso.tollbooth.plate.PhotoPath;
import com.contoso.tollbooth.plate.PhotoUploaded;
import com.contoso.tollbooth.plate.PlateAccepted;
import com.contoso.tollbooth.plate.PlateEvents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Arrival, decision and billing of photos whose OCR takes no time, beside two bare committed
 * inserts a photo into the same database, each from as many threads.
 */
final class DurableBenchmark {
  private static final int PHOTOS = 3000;
  private static final int ROUNDS = 3;

  private DurableBenchmark() {}

  static void run() throws Exception {
    List<Double> ours = new ArrayList<>();
    List<Double> bare = new ArrayList<>();
    for (int round = 0; round <= ROUNDS; round++) {
      try (Folder home = Folder.temporary();
          Host host = Host.on(home.path(), Map.of(), NoOcr.class)) {
        JdbcClient jdbc = host.bean(JdbcClient.class);
        jdbc.sql("CREATE TABLE bare (id INTEGER PRIMARY KEY, word TEXT)").update();
        double bareSeconds =
            PipelineBenchmark.seconds(
                () ->
                    fromAllThreads(
                        n -> {
                          for (int write = 0; write < 2; write++) {
                            jdbc.sql("INSERT INTO bare (word) VALUES (?)")
                                .param("photo-" + n)
                                .update();
                          }
                        }));
        EventJournal arrivals = host.bean(EventJournal.class);
        double ourSeconds =
            PipelineBenchmark.seconds(
                () -> {
                  fromAllThreads(n -> arrivals.arrived(photo(n)));
                  host.awaitDecided();
                  return null;
                });
        if (round > 0) {
          bare.add(bareSeconds);
          ours.add(ourSeconds);
        }
      }
    }
    double ourRate = PHOTOS / PipelineBenchmark.median(ours);
    double limit = PHOTOS / PipelineBenchmark.median(bare);
    Benchmarks.print(
        "durable pipeline over two committed inserts (rate)",
        ourRate / limit,
        ">= 0.5",
        "%.0f and %.0f photos/s, median of %d".formatted(ourRate, limit, ROUNDS));
  }

  private static Void fromAllThreads(Consumer<Integer> work) throws Exception {
    int workers = Runtime.getRuntime().availableProcessors();
    try (var threads = Executors.newFixedThreadPool(workers)) {
      List<Future<?>> done = new ArrayList<>();
      for (int worker = 0; worker < workers; worker++) {
        int first = worker;
        done.add(
            threads.submit(
                () ->
                    IntStream.range(0, PHOTOS)
                        .filter(n -> n % workers == first)
                        .forEach(work::accept)));
      }
      for (Future<?> each : done) {
        each.get();
      }
    }
    return null;
  }

  private static PhotoUploaded photo(int number) {
    return new PhotoUploaded(
        new PhotoPath("booth-1/" + number + ".jpg"),
        new ContentTag("tag"),
        100_000,
        Instant.EPOCH.plusSeconds(number),
        Map.of());
  }

  /** Every photo is accepted as soon as it is looked at. */
  @Configuration(proxyBeanMethods = false)
  static class NoOcr {
    @Bean
    Consumer<PhotoUploaded> processPhoto(PlateEvents events) {
      return photo ->
          events.publish(
              new PlateAccepted(
                  new Passage(
                      photo.passage(),
                      photo.path(),
                      photo.tag(),
                      new CapturedAt(photo.uploadedAt(), CapturedAt.Source.UPLOAD)),
                  new LicensePlate("ABC1234"),
                  Jurisdiction.TX,
                  Confidence.FULL,
                  PlateAccepted.Source.AUTOMATIC,
                  "Sure."));
    }
  }
}
