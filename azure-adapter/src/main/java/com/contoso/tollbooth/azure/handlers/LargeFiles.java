package com.contoso.tollbooth.azure.handlers;

import com.contoso.tollbooth.azure.AzureNames;
import com.contoso.tollbooth.usage.UsageFolder;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which requests name files that may be too large for an answer, and where those lie. */
public record LargeFiles(Store store) {
  private static final Pattern EXPORT =
      Pattern.compile("/api/(?<usage>usage/)?exports/(?<name>[^/]+)");

  /** Where files lie. */
  @FunctionalInterface
  public interface Store {
    /** A link by which the sender of a request fetches a file, if it is too large for an answer. */
    Optional<URI> link(String container, String name);
  }

  /**
   * A link to the file that a request names, which its sender must have been found to be allowed;
   * empty if the file is small, or it names none.
   *
   * @param path with its escapes resolved
   */
  Optional<URI> link(String path) {
    Matcher export = EXPORT.matcher(path);
    if (!export.matches()) {
      return Optional.empty();
    }
    String container =
        export.group("usage") == null ? AzureNames.EXPORTS : UsageFolder.REPORTS.folder();
    return store.link(container, export.group("name"));
  }
}
