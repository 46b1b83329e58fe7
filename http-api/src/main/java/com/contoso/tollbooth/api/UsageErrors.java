package com.contoso.tollbooth.api;

import com.contoso.tollbooth.usage.StoredFile;
import com.contoso.tollbooth.usage.UsageFiles;
import com.contoso.tollbooth.usage.UsageFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What the pipeline could not process and may be tried again. */
record UsageErrors(UsageFiles files) {
  private static final Pattern REDRIVABLE =
      Pattern.compile("\\d{8}T\\d{9}Z-(.+)-(\\d{4}-\\d{2})-usage(\\.json|-lines\\.ndjson)");

  /** A line's number and reason stand before its text, which may be of any length. */
  private static final Pattern FIRST_LINE =
      Pattern.compile("\\{\"line\":(\\d+),\"reason\":(\"(?:[^\"\\\\]|\\\\.)*\")");

  private static final int ENOUGH = 4_096;

  /** By name. */
  List<ErrorView> list() throws IOException {
    var errors = new ArrayList<ErrorView>();
    for (StoredFile file : files.list(UsageFolder.ERRORS, "")) {
      Matcher name = REDRIVABLE.matcher(file.name());
      if (name.matches()) {
        errors.add(
            new ErrorView(
                file.name(), name.group(1), name.group(2), file.bytes(), reason(file.name())));
      }
    }
    return errors;
  }

  private @Nullable String reason(String name) throws IOException {
    if (name.endsWith(".json")) {
      return begin(name + ".reason.txt");
    }
    String begin = begin(name);
    Matcher first = FIRST_LINE.matcher(begin == null ? "" : begin);
    return first.lookingAt()
        ? "line %s: %s"
            .formatted(first.group(1), JsonMapper.shared().readValue(first.group(2), String.class))
        : null;
  }

  private @Nullable String begin(String name) throws IOException {
    Optional<InputStream> file = files.open(UsageFolder.ERRORS, name);
    if (file.isEmpty()) {
      return null;
    }
    try (InputStream in = file.get()) {
      return new String(in.readNBytes(ENOUGH), StandardCharsets.UTF_8);
    }
  }

  /**
   * A file of rejected lines, or a report that was refused as a whole.
   *
   * @param reason why; of rejected lines that of the first
   */
  record ErrorView(
      String file, String enrollment, String month, long bytes, @Nullable String reason) {}
}
