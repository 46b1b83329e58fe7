package com.contoso.tollbooth.recognition;

import com.contoso.tollbooth.plate.Passage;
import com.contoso.tollbooth.plate.PhotoRefused;
import com.contoso.tollbooth.plate.PhotoUploaded;
import com.contoso.tollbooth.plate.PlateCandidate;
import com.contoso.tollbooth.plate.PlateReading;
import java.util.List;
import java.util.function.Function;

/** Reads the plate in an uploaded photo. */
final class RecognizePlate implements Function<PhotoUploaded, PlateReading> {
  private final PhotoStore photos;
  private final PhotoAdmission admission;
  private final TextReader reader;
  private final FindPlates findPlates = new FindPlates();

  RecognizePlate(PhotoStore photos, TextReader reader, AdmissionSettings settings) {
    this.photos = photos;
    this.reader = reader;
    this.admission = new PhotoAdmission(settings);
  }

  @Override
  public PlateReading apply(PhotoUploaded upload) {
    PhotoContent content =
        photos
            .find(upload.path(), upload.tag())
            .orElseThrow(
                () -> new PhotoRefused(PhotoRefused.Reason.GONE, "it is not in the photo store"));
    Photo photo = admission.admit(content);
    Exif exif = Exif.of(content);
    var passage =
        new Passage(
            upload.passage(), upload.path(), upload.tag(), CaptureTime.of(upload, exif.takenAt()));
    List<PlateCandidate> candidates =
        findPlates.apply(reader.read(photo.oriented(exif.orientation())));
    return candidates.isEmpty()
        ? new PlateReading.Illegible(passage)
        : new PlateReading.Legible(passage, candidates);
  }
}
