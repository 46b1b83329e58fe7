package com.contoso.tollbooth.usage.retrieve;

/** How a retrieval ended. */
public sealed interface Retrieval {
  /** The report is in the sink. */
  record Whole() implements Retrieval {}

  /** The month has no usage (yet). */
  record Empty() implements Retrieval {}

  /** The source says that nothing has changed since it was last fetched. */
  record NotModified() implements Retrieval {}
}
