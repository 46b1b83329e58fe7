package com.contoso.tollbooth.usage;

/**
 * Another report of the name was written at the same time; no manifest stands, once more will do.
 */
public final class ReportReplaced extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ReportReplaced(String file) {
    super(file + " was written by another at the same time; export it again");
  }
}
