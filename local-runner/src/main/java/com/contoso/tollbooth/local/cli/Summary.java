package com.contoso.tollbooth.local.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the photos of one folder. The states add up: {@code photos = received + review +
 * billable + unbillable + exported + failed}.
 *
 * @param exact photos whose best reading is the truth; {@code null} without a truth file
 * @param accepted photos billed without a person looking
 * @param acceptedWrong those of them that differ from the truth; {@code null} without a truth file
 * @param seconds from the first photo to the end of the export
 * @param ocrSeconds of them, while at least one photo was in OCR
 * @param peakHeapBytes the sum of the heap pools' peaks, an upper bound
 * @param exports the files that this run published
 */
record Summary(
    long photos,
    long received,
    long review,
    long billable,
    long unbillable,
    long exported,
    long failed,
    @Nullable Long exact,
    long accepted,
    @Nullable Long acceptedWrong,
    double seconds,
    double ocrSeconds,
    long peakHeapBytes,
    List<Export> exports) {

  /** A published file. */
  record Export(String file, long rows, String sha256) {}

  /** Whether nothing is left over: each photo is in a state, and none is still on its way. */
  boolean everyPhotoAccountedFor() {
    return received == 0 && photos == review + billable + unbillable + exported + failed;
  }
}
