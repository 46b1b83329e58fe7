package com.contoso.tollbooth.usage.split;

import com.contoso.tollbooth.usage.Checksum;
import com.contoso.tollbooth.usage.DayFile;
import com.contoso.tollbooth.usage.DayLines;
import com.contoso.tollbooth.usage.StoredFile;
import com.contoso.tollbooth.usage.UsageFiles;
import com.contoso.tollbooth.usage.UsageFolder;
import com.contoso.tollbooth.usage.UsageLine;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads a day file, line by line, as often as it is asked to. */
record ReadDayFile(UsageFiles files) implements Function<DayFile, DayLines> {
  @Override
  public DayLines apply(DayFile file) {
    return each -> read(file, each);
  }

  private void read(DayFile file, Consumer<UsageLine> each) throws IOException {
    try (DigestInputStream in = new DigestInputStream(open(file), Checksum.begin())) {
      var lines = new MappedLines(file, each);
      new JsonReport(in, Integer.MAX_VALUE, lines, lines.texts()).read();
      String sha256 = Checksum.end(in.getMessageDigest());
      if (!sha256.equals(file.file().sha256()) || !lines.totals().equals(file.totals())) {
        throw new IllegalStateException(file.file().name() + " is not what was written");
      }
    } catch (UnreadableReport e) {
      throw new IllegalStateException(
          file.file().name() + " is not readable: " + e.getMessage(), e);
    }
  }

  /** Looked at after it was opened, so that what is read is what was looked at. */
  private InputStream open(DayFile file) throws IOException {
    String name = file.file().name();
    Optional<InputStream> in = files.open(UsageFolder.NEW_DAILY_SPLIT, name);
    Optional<String> sha256 = files.find(UsageFolder.NEW_DAILY_SPLIT, name).map(StoredFile::sha256);
    if (in.isEmpty() || !sha256.equals(Optional.of(file.file().sha256()))) {
      if (in.isPresent()) {
        in.get().close();
      }
      throw new DayFileReplaced(file);
    }
    return in.get();
  }
}
