package com.contoso.tollbooth.benchmarks;

import com.contoso.tollbooth.local.simulator.SimulatedPhoto;
import com.contoso.tollbooth.plate.BoothId;
import com.contoso.tollbooth.recognition.Photo;
import com.contoso.tollbooth.recognition.PhotoContent;
import com.contoso.tollbooth.recognition.PhotoFormat;
import com.contoso.tollbooth.recognition.TextReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** The whole pipeline beside bare OCR of the same photos on as many threads. */
final class PipelineBenchmark {
  private static final int PHOTOS = 30;
  private static final int ROUNDS = 3;

  private PipelineBenchmark() {}

  static void run() throws Exception {
    List<SimulatedPhoto> photos =
        IntStream.range(0, PHOTOS)
            .mapToObj(n -> SimulatedPhoto.draw(1, n, new BoothId("booth-1"), Instant.EPOCH))
            .toList();
    List<Double> ours = new ArrayList<>();
    List<Double> bare = new ArrayList<>();
    for (int round = 0; round <= ROUNDS; round++) {
      try (Folder home = Folder.temporary()) {
        Path booth = Files.createDirectories(home.path().resolve("photos/booth-1"));
        for (SimulatedPhoto photo : photos) {
          Files.write(booth.resolve(photo.name()), photo.jpeg());
        }
        try (Host host = Host.on(home.path(), Map.of())) {
          TextReader reader = host.bean(TextReader.class);
          reader.read(photo(photos.getFirst()));
          double bareSeconds = seconds(() -> readAll(reader, photos));
          double ourSeconds =
              seconds(
                  () -> {
                    host.call("reconcile");
                    host.awaitDecided();
                    return null;
                  });
          if (round > 0) {
            bare.add(bareSeconds);
            ours.add(ourSeconds);
          }
        }
      }
    }
    double ourMedian = median(ours);
    double bareMedian = median(bare);
    Benchmarks.print(
        "pipeline over bare OCR (time)",
        ourMedian / bareMedian,
        "<= 1.05",
        "%.2f s and %.2f s for %d photos, median of %d"
            .formatted(ourMedian, bareMedian, PHOTOS, ROUNDS));
  }

  private static Void readAll(TextReader reader, List<SimulatedPhoto> photos) throws Exception {
    try (var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      List<Callable<Object>> reads =
          photos.stream().map(photo -> (Callable<Object>) () -> reader.read(photo(photo))).toList();
      for (Future<Object> read : threads.invokeAll(reads)) {
        read.get();
      }
    }
    return null;
  }

  private static Photo photo(SimulatedPhoto photo) {
    return new Photo(PhotoFormat.JPEG, 1280, 720, new Bytes(photo.jpeg()));
  }

  static double seconds(Callable<?> work) throws Exception {
    long start = System.nanoTime();
    work.call();
    return (System.nanoTime() - start) / 1e9;
  }

  static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Bytes(byte[] bytes) implements PhotoContent {
    @Override
    public InputStream open() throws IOException {
      return new ByteArrayInputStream(bytes);
    }

    @Override
    public long size() {
      return bytes.length;
    }
  }
}
