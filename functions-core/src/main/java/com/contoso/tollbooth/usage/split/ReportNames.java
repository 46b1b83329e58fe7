package com.contoso.tollbooth.usage.split;

import com.contoso.tollbooth.usage.Fetch;

/** The names of the files that belong to a raw report. */
record ReportNames(Fetch fetch) {
  private static final String ENDING = ".json";

  String raw() {
    return fetch.rawName();
  }

  String errors() {
    return stem() + RedriveUsage.LINES;
  }

  String reason() {
    return raw() + ".reason.txt";
  }

  /** The manifest of its split. */
  String split() {
    return stem() + "-split.json";
  }

  private String stem() {
    return raw().substring(0, raw().length() - ENDING.length());
  }
}
