package com.contoso.tollbooth.ocr;

import ai.onnxruntime.OrtException;
import com.contoso.tollbooth.recognition.Photo;
import com.contoso.tollbooth.recognition.TextLine;
import com.contoso.tollbooth.recognition.TextReader;
import com.contoso.tollbooth.recognition.TextReading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads text in this process, with the models on the class path and no network. */
public final class OnnxTextReader implements TextReader, AutoCloseable {
  private static final int LEAST_HEIGHT = 5;

  private final OcrSettings settings;
  private final PictureReader pictures;
  private final Models models;
  private final TextDetector detector;
  private final LineReader lines;

  public OnnxTextReader(OcrSettings settings) {
    this.settings = settings;
    pictures = new PictureReader(settings.maxPixels());
    models = Models.load(settings.threads());
    detector = models.detector(settings.longSide());
    lines = new LineReader(models.recognizer(), models.secondRecognizer(), settings.maxVoted());
  }

  @Override
  public TextReading read(Photo photo) {
    Picture picture = pictures.read(photo);
    try {
      List<TextLine> read = new ArrayList<>();
      for (Region region : regions(picture)) {
        lines.read(picture, region).ifPresent(read::add);
      }
      return new TextReading(photo.uprightWidth(), photo.uprightHeight(), read);
    } catch (OrtException e) {
      throw new IllegalStateException("the OCR models failed on a photo", e);
    }
  }

  private List<Region> regions(Picture picture) throws OrtException {
    List<Region> found =
        detector.find(picture).stream()
            .filter(region -> region.grown(1.5, 1.5).height() >= LEAST_HEIGHT)
            .sorted(Comparator.comparing(Region::height).reversed())
            .limit(settings.maxRegions())
            .toList();
    List<Region> all = new ArrayList<>(found);
    for (Region left : found) {
      for (Region right : found) {
        if (left != right && left.grown(1.5, 1.5).continuedBy(right.grown(1.5, 1.5), 1.2)) {
          all.add(left.joined(right));
        }
      }
    }
    return all;
  }

  @Override
  public void close() throws OrtException {
    models.close();
  }
}
