package com.contoso.tollbooth.usage.focus;

/** The forms of the export. */
public enum FocusFormat {
  CSV("csv"),
  PARQUET("parquet");

  private final String extension;

  FocusFormat(String extension) {
    this.extension = extension;
  }

  public String extension() {
    return extension;
  }
}
