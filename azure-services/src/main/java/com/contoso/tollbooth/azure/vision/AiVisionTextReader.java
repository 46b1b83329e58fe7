package com.contoso.tollbooth.azure.vision;

import com.azure.ai.vision.imageanalysis.ImageAnalysisClient;
import com.azure.ai.vision.imageanalysis.models.DetectedTextLine;
import com.azure.ai.vision.imageanalysis.models.DetectedTextWord;
import com.azure.ai.vision.imageanalysis.models.ImageAnalysisOptions;
import com.azure.ai.vision.imageanalysis.models.ImageAnalysisResult;
import com.azure.ai.vision.imageanalysis.models.ImagePoint;
import com.azure.ai.vision.imageanalysis.models.VisualFeatures;
import com.azure.core.exception.HttpResponseException;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.BinaryData;
import com.contoso.tollbooth.plate.Box;
import com.contoso.tollbooth.plate.Confidence;
import com.contoso.tollbooth.plate.PhotoRefused;
import com.contoso.tollbooth.plate.PhotoRefused.Reason;
import com.contoso.tollbooth.recognition.Photo;
import com.contoso.tollbooth.recognition.TextLine;
import com.contoso.tollbooth.recognition.TextReader;
import com.contoso.tollbooth.recognition.TextReaderUnavailable;
import com.contoso.tollbooth.recognition.TextReading;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads text by Image Analysis 4.0, feature Read: one call, no retry in here, since a photo that
 * has to wait waits in its queue. Limits as the service documents them: less than 20 MB, more than
 * 50 and less than 16,000 pixels each side.
 */
public final class AiVisionTextReader implements TextReader {
  private static final long MAX_BYTES = 20L * 1024 * 1024;
  private static final int MIN_SIDE = 50;
  private static final int MAX_SIDE = 16_000;

  /** Where the service does not say how long to wait. */
  private static final Duration SOME_TIME = Duration.ofSeconds(30);

  /** A date that is past by now asks for no wait; one far off is taken for a mistake. */
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  private static final Duration LONGEST = Duration.ofHours(1);

  private final ImageAnalysisClient client;
  private final InstantSource clock;

  public AiVisionTextReader(ImageAnalysisClient client, InstantSource clock) {
    this.client = client;
    this.clock = clock;
  }

  @Override
  public TextReading read(Photo photo) {
    checkLimits(photo);
    ImageAnalysisResult result = analyze(photo);
    List<TextLine> lines =
        result.getRead() == null
            ? List.of()
            : result.getRead().getBlocks().stream()
                .flatMap(block -> block.getLines().stream())
                .map(AiVisionTextReader::line)
                .toList();
    return new TextReading(
        result.getMetadata().getWidth(), result.getMetadata().getHeight(), lines);
  }

  private static void checkLimits(Photo photo) {
    if (photo.content().size() >= MAX_BYTES) {
      throw new PhotoRefused(
          Reason.TOO_MANY_BYTES,
          photo.content().size() + " bytes; AI Vision reads less than 20 MB");
    }
    String size = photo.width() + " x " + photo.height() + " pixels";
    if (Math.min(photo.width(), photo.height()) < MIN_SIDE) {
      throw new PhotoRefused(Reason.TOO_SMALL, size + "; AI Vision reads sides of 50 and more");
    }
    if (Math.max(photo.width(), photo.height()) > MAX_SIDE) {
      throw new PhotoRefused(
          Reason.TOO_MANY_PIXELS, size + "; AI Vision reads sides of up to 16,000");
    }
  }

  private ImageAnalysisResult analyze(Photo photo) {
    try (InputStream bytes = photo.content().open()) {
      // The whole photo first: the client sends on a thread that may not wait for the photo store.
      BinaryData whole = BinaryData.fromBytes(bytes.readAllBytes());
      return client.analyze(whole, List.of(VisualFeatures.READ), new ImageAnalysisOptions());
    } catch (HttpResponseException e) {
      throw explained(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (PhotoRefused e) {
      throw e;
    } catch (RuntimeException e) {
      throw new TextReaderUnavailable("AI Vision did not answer", SOME_TIME, e);
    }
  }

  /** Only an answer that blames the picture is held against the photo. */
  private RuntimeException explained(HttpResponseException e) {
    HttpResponse response = e.getResponse();
    int status = response == null ? 0 : response.getStatusCode();
    if (status == 400 || status == 415) {
      return new PhotoRefused(Reason.NOT_AN_IMAGE, "AI Vision cannot decode it", e);
    }
    if (status == 413) {
      return new PhotoRefused(Reason.TOO_MANY_BYTES, "AI Vision finds it too large", e);
    }
    Duration wait = response == null ? SOME_TIME : retryAfter(response).orElse(SOME_TIME);
    return new TextReaderUnavailable("AI Vision answered " + status, bounded(wait), e);
  }

  private static Duration bounded(Duration wait) {
    Duration least = wait.compareTo(SHORTEST) < 0 ? SHORTEST : wait;
    return least.compareTo(LONGEST) > 0 ? LONGEST : least;
  }

  private Optional<Duration> retryAfter(HttpResponse response) {
    String said = response.getHeaderValue(HttpHeaderName.RETRY_AFTER);
    if (said == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          said.chars().allMatch(Character::isDigit)
              ? Duration.ofSeconds(Long.parseLong(said))
              : Duration.between(
                  clock.instant(),
                  ZonedDateTime.parse(said, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant()));
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** A line is as sure as the least sure of its words; the service tells nothing of characters. */
  private static TextLine line(DetectedTextLine line) {
    double confidence =
        line.getWords().stream().mapToDouble(DetectedTextWord::getConfidence).min().orElse(0);
    return new TextLine(
        line.getText(), new Confidence(confidence), List.of(), box(line.getBoundingPolygon()));
  }

  private static Box box(@Nullable List<ImagePoint> polygon) {
    if (polygon == null || polygon.isEmpty()) {
      return new Box(0, 0, 0, 0);
    }
    int left = polygon.stream().mapToInt(ImagePoint::getX).min().orElse(0);
    int top = polygon.stream().mapToInt(ImagePoint::getY).min().orElse(0);
    int right = polygon.stream().mapToInt(ImagePoint::getX).max().orElse(0);
    int bottom = polygon.stream().mapToInt(ImagePoint::getY).max().orElse(0);
    return new Box(left, top, right - left, bottom - top);
  }
}
