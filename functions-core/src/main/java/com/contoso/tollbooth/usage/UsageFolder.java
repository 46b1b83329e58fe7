package com.contoso.tollbooth.usage;

/** Where the pipeline keeps its files: a folder here, a container there, of the same name. */
public enum UsageFolder {
  /** Raw reports to be split. */
  NEW_DAILY_USAGE("newdailyusage"),
  /** Day files to be processed, each replaced by the next report that has the day, by no older. */
  NEW_DAILY_SPLIT("newdailysplit"),
  /** Raw reports that were split. */
  PROCESSED_USAGE("processedusage"),
  /** What could not be processed, with its reason. */
  ERRORS("errors"),
  /** What finance fetches. */
  REPORTS("usagereports");

  private final String folder;

  UsageFolder(String folder) {
    this.folder = folder;
  }

  public String folder() {
    return folder;
  }
}
