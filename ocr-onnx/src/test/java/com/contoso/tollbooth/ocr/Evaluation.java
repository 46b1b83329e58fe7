package com.contoso.tollbooth.ocr;

import com.contoso.tollbooth.plate.ContentTag;
import com.contoso.tollbooth.plate.PhotoPath;
import com.contoso.tollbooth.plate.PhotoUploaded;
import com.contoso.tollbooth.plate.PlateAccepted;
import com.contoso.tollbooth.plate.PlateCandidate;
import com.contoso.tollbooth.plate.PlateDecision;
import com.contoso.tollbooth.plate.PlateReading;
import com.contoso.tollbooth.plate.ReviewRequired;
import com.contoso.tollbooth.recognition.AdmissionSettings;
import com.contoso.tollbooth.recognition.Photo;
import com.contoso.tollbooth.recognition.PhotoContent;
import com.contoso.tollbooth.recognition.PhotoStore;
import com.contoso.tollbooth.recognition.RecognitionConfiguration;
import com.contoso.tollbooth.recognition.TextReading;
import com.contoso.tollbooth.routing.RoutingConfiguration;
import com.contoso.tollbooth.routing.RoutingSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures recognition on photos whose plates are known: {@code Evaluation PHOTOS TRUTH.tsv CACHE
 * [all]}. A quarter of the photos, by their names, is never shown and counts; the others are for
 * tuning. What OCR saw is kept in the cache folder, so that what comes after it is tried again
 * quickly.
 */
final class Evaluation {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Path photos;
  private final Path cache;
  private long ocrNanos;
  private int ocrReads;

  private Evaluation(Path photos, Path cache) {
    this.photos = photos;
    this.cache = cache;
  }

  public static void main(String[] args) throws Exception {
    var evaluation = new Evaluation(Path.of(args[0]), Path.of(args[2]));
    boolean all = args.length > 3;
    Files.createDirectories(evaluation.cache);
    var tuned = new Score();
    var unseen = new Score();
    try (var reader = new OnnxTextReader(OcrSettings.DEFAULT)) {
      List<String> lines = Files.readAllLines(Path.of(args[1]));
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.split("\t");
        boolean scored = (cells[0].hashCode() & 3) == 3;
        String shown = evaluation.score(reader, cells, scored ? unseen : tuned);
        if (all || !scored) {
          System.out.println((scored ? "score " : "tune  ") + shown);
        }
      }
    }
    System.out.println("tune:  " + tuned);
    System.out.println("score: " + unseen);
    if (evaluation.ocrReads > 0) {
      System.out.println(
          "OCR: %d ms a photo".formatted(evaluation.ocrNanos / 1_000_000 / evaluation.ocrReads));
    }
  }

  private String score(OnnxTextReader reader, String[] truth, Score score) throws IOException {
    Path file = photos.resolve(truth[0]);
    var upload =
        new PhotoUploaded(
            new PhotoPath("booth/" + truth[0]),
            new ContentTag("any"),
            Files.size(file),
            Instant.now(),
            Map.of());
    PlateReading reading =
        new RecognitionConfiguration()
            .recognizePlate(
                new OnePhoto(file),
                photo -> read(reader, photo, truth[0]),
                AdmissionSettings.DEFAULT)
            .apply(upload);
    List<PlateCandidate> candidates =
        switch (reading) {
          case PlateReading.Legible legible -> legible.candidates();
          case PlateReading.Illegible none -> List.of();
        };
    PlateDecision decision =
        new RoutingConfiguration().routePlate(RoutingSettings.DEFAULT).apply(reading);
    String read = candidates.isEmpty() ? "" : candidates.getFirst().plate().text();
    boolean exact = fold(read).equals(fold(truth[1]));
    boolean accepted = decision instanceof PlateAccepted;
    score.count(exact, accepted, decision);
    var shown = new StringBuilder();
    for (PlateCandidate candidate : candidates) {
      shown
          .append(' ')
          .append(candidate.plate().text())
          .append(
              ":%.2f(%.2f)/%.0f"
                  .formatted(
                      candidate.confidence().value(),
                      candidate.characters().stream()
                          .mapToDouble(c -> c.confidence().value())
                          .min()
                          .orElse(0),
                      candidate.box().height()));
    }
    return "%-8s %-8s %-44s %s| %s"
        .formatted(
            exact ? "" : accepted ? "WRONG" : "miss", truth[1], truth[0], shown, decision.why());
  }

  private TextReading read(OnnxTextReader reader, Photo photo, String name) {
    Path kept = cache.resolve(name + ".json");
    if (Files.exists(kept)) {
      return JSON.readValue(kept.toFile(), TextReading.class);
    }
    long start = System.nanoTime();
    TextReading reading = reader.read(photo);
    ocrNanos += System.nanoTime() - start;
    ocrReads++;
    JSON.writeValue(kept.toFile(), reading);
    return reading;
  }

  /** A store with one photo in it. */
  private record OnePhoto(Path file) implements PhotoStore {
    @Override
    public Optional<PhotoContent> find(PhotoPath path, ContentTag tag) {
      return Optional.of(new FileContent(file));
    }

    @Override
    public PhotoUploaded put(
        PhotoPath path, InputStream bytes, long maxBytes, Map<String, String> metadata) {
      throw new UnsupportedOperationException("photos are only read here");
    }
  }

  private static String fold(String plate) {
    return plate.replace('O', '0');
  }

  /** Counts of one part. */
  private static final class Score {
    int photos;
    int exact;
    int accepted;
    int acceptedWrong;
    final Map<String, Integer> reasons = new TreeMap<>();

    void count(boolean right, boolean billed, PlateDecision decision) {
      photos++;
      exact += right ? 1 : 0;
      accepted += billed ? 1 : 0;
      acceptedWrong += billed && !right ? 1 : 0;
      String reason =
          switch (decision) {
            case PlateAccepted any -> "ACCEPTED";
            case ReviewRequired review -> review.reason().name();
          };
      reasons.merge(reason + (right ? "" : "(wrong)"), 1, Integer::sum);
    }

    @Override
    public String toString() {
      return "%d photos, exact %d = %.1f %%, accepted %d = %.1f %%, accepted wrong %d %s"
          .formatted(
              photos,
              exact,
              100.0 * exact / photos,
              accepted,
              100.0 * accepted / photos,
              acceptedWrong,
              reasons);
    }
  }
}
