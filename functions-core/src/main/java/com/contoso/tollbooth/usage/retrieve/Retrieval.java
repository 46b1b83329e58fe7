package com.contoso.tollbooth.usage.retrieve;

import org.jspecify.annotations.Nullable;

/** How a retrieval ended. */
public sealed interface Retrieval {
  /**
   * The report is in the sink.
   *
   * @param version to be kept as {@link ReportTags.Kind#VERSION} once the sink is committed; absent
   *     if the source names none
   */
  record Whole(@Nullable String version) implements Retrieval {
    /** Of a source that names no version. */
    public Whole() {
      this(null);
    }
  }

  /** The month has no usage (yet). */
  record Empty() implements Retrieval {}

  /** The source says that nothing has changed since it was last fetched. */
  record NotModified() implements Retrieval {}
}
