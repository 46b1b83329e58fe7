package com.contoso.tollbooth.recognition;

import com.contoso.tollbooth.plate.PhotoRefused;
import com.contoso.tollbooth.plate.PhotoRefused.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Lets through photos that an OCR engine can read, and decodes none to tell. */
final class PhotoAdmission {
  private final AdmissionSettings settings;

  PhotoAdmission(AdmissionSettings settings) {
    this.settings = settings;
  }

  /**
   * @throws PhotoRefused with what is wrong with it
   */
  Photo admit(PhotoContent content) {
    if (content.size() == 0) {
      throw new PhotoRefused(Reason.EMPTY, "it has no bytes");
    }
    if (content.size() > settings.maxBytes()) {
      throw new PhotoRefused(
          Reason.TOO_MANY_BYTES,
          "%d bytes, at most %d are read".formatted(content.size(), settings.maxBytes()));
    }
    PhotoOutline outline = outline(content);
    checkSize(outline);
    return new Photo(outline.format(), outline.width(), outline.height(), content);
  }

  private static PhotoOutline outline(PhotoContent content) {
    try (InputStream bytes = content.open()) {
      return PhotoOutline.of(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void checkSize(PhotoOutline outline) {
    String size = outline.width() + " x " + outline.height() + " pixels";
    if (Math.min(outline.width(), outline.height()) < settings.minSide()) {
      throw new PhotoRefused(
          Reason.TOO_SMALL, size + ", each side must have " + settings.minSide());
    }
    long limit =
        outline.progressive()
            ? Math.min(settings.maxPixels(), settings.maxProgressivePixels())
            : settings.maxPixels();
    if ((long) outline.width() * outline.height() > limit) {
      throw new PhotoRefused(Reason.TOO_MANY_PIXELS, size + ", at most " + limit + " are read");
    }
  }
}
