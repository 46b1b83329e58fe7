package com.contoso.tollbooth.recognition;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the camera wrote into a photo. A time without an offset is taken for UTC, to which booths'
 * cameras are set.
 */
record Exif(Orientation orientation, Optional<Instant> takenAt) {
  private static final Exif NONE = new Exif(Orientation.UPRIGHT, Optional.empty());
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss");

  /** Nothing is told where there is none or it is broken: the picture may be sound all the same. */
  static Exif of(PhotoContent content) {
    try (InputStream bytes = new BufferedInputStream(content.open())) {
      Metadata metadata = ImageMetadataReader.readMetadata(bytes);
      return new Exif(orientation(metadata), takenAt(metadata));
    } catch (ImageProcessingException | IOException | RuntimeException e) {
      return NONE;
    }
  }

  private static Orientation orientation(Metadata metadata) {
    var main = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
    Integer value = main == null ? null : main.getInteger(ExifDirectoryBase.TAG_ORIENTATION);
    return Orientation.ofExif(value == null ? 1 : value);
  }

  private static Optional<Instant> takenAt(Metadata metadata) {
    var details = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
    if (details == null) {
      return Optional.empty();
    }
    String time = details.getString(ExifDirectoryBase.TAG_DATETIME_ORIGINAL);
    String offset = details.getString(ExifDirectoryBase.TAG_TIME_ZONE_ORIGINAL);
    return time == null ? Optional.empty() : instant(time.strip(), offset);
  }

  static Optional<Instant> instant(String time, @Nullable String offset) {
    try {
      ZoneOffset zone =
          offset == null || offset.isBlank() ? ZoneOffset.UTC : ZoneOffset.of(offset.strip());
      return Optional.of(LocalDateTime.parse(time, TIME).toInstant(zone));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
