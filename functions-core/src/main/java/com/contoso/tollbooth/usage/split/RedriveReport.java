package com.contoso.tollbooth.usage.split;

import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.RawReport;
import com.contoso.tollbooth.usage.StoredFile;
import com.contoso.tollbooth.usage.UsageFiles;
import com.contoso.tollbooth.usage.UsageFolder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes a new report of an old one and of what now stands in its errors file. Done again, or cut
 * off at any moment and done again, it ends the same.
 */
final class RedriveReport implements Function<RedriveUsage, RawReport> {
  /** Ends the names of what was redriven. */
  static final String DONE = ".redriven";

  private static final int BUFFER = 1 << 16;

  private final UsageFiles files;
  private final int maxLineBytes;

  RedriveReport(UsageFiles files, SplitSettings settings) {
    this.files = files;
    this.maxLineBytes = settings.maxLineBytes();
  }

  @Override
  public RawReport apply(RedriveUsage redrive) {
    try {
      StoredFile renewed = renewed(redrive);
      setAside(redrive.errorsName());
      if (redrive.ofRefusedReport()) {
        setAside(new ReportNames(redrive.original()).reason());
      }
      return new RawReport(redrive.renewed(), renewed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private StoredFile renewed(RedriveUsage redrive) throws IOException {
    String name = redrive.renewed().rawName();
    for (UsageFolder folder :
        new UsageFolder[] {
          UsageFolder.NEW_DAILY_USAGE, UsageFolder.PROCESSED_USAGE, UsageFolder.ERRORS
        }) {
      Optional<StoredFile> before = files.find(folder, name);
      if (before.isPresent()) {
        return before.get();
      }
    }
    refuseIfOutdated(redrive);
    return redrive.ofRefusedReport() ? copied(redrive, name) : mended(redrive, name);
  }

  /** A later report knows more than this one, even mended; to redrive it would undo that. */
  private void refuseIfOutdated(RedriveUsage redrive) throws IOException {
    Fetch original = redrive.original();
    String later = "-" + original.enrollment() + "-" + original.month() + "-usage.json";
    for (StoredFile file : files.list(UsageFolder.PROCESSED_USAGE, "")) {
      if (file.name().endsWith(later)
          && file.name().length() == original.rawName().length()
          && file.name().compareTo(original.rawName()) > 0) {
        throw new IllegalStateException(
            redrive.errorsName() + " is out of date: " + file.name() + " was split since");
      }
    }
  }

  private StoredFile copied(RedriveUsage redrive, String name) throws IOException {
    try (InputStream in = open(UsageFolder.ERRORS, redrive.errorsName());
        UsageFiles.NewFile file = files.create(UsageFolder.NEW_DAILY_USAGE, name)) {
      in.transferTo(file.out());
      return file.commit();
    }
  }

  private StoredFile mended(RedriveUsage redrive, String name) throws IOException {
    try (InputStream errors = open(UsageFolder.ERRORS, redrive.errorsName());
        MendedLines mended = new MendedLines(errors);
        InputStream raw = open(UsageFolder.PROCESSED_USAGE, redrive.original().rawName());
        UsageFiles.NewFile file = files.create(UsageFolder.NEW_DAILY_USAGE, name);
        OutputStream out = new BufferedOutputStream(file.out(), BUFFER)) {
      var report = new MendedReport(out, mended);
      new ReportReader(maxLineBytes).read(raw, report);
      report.end();
      out.flush();
      return file.commit();
    } catch (UnreadableReport e) {
      throw new IllegalStateException(
          redrive.original().rawName() + " was split and is not readable now: " + e.getMessage(),
          e);
    }
  }

  private InputStream open(UsageFolder folder, String name) throws IOException {
    return files
        .open(folder, name)
        .orElseThrow(
            () -> new IllegalArgumentException("there is no " + name + " in " + folder.folder()));
  }

  private void setAside(String name) throws IOException {
    Optional<InputStream> found = files.open(UsageFolder.ERRORS, name);
    if (found.isPresent()) {
      try (InputStream in = found.get();
          UsageFiles.NewFile file = files.create(UsageFolder.ERRORS, name + DONE)) {
        in.transferTo(file.out());
        file.commit();
      }
      files.delete(UsageFolder.ERRORS, name);
    }
  }
}
