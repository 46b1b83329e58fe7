package com.contoso.tollbooth.azure;

/** Names that infra gives to what the hosts use; a test holds both against each other. */
public final class AzureNames {
  /** The connection of queue triggers and storage clients. */
  public static final String STORAGE = "PhotoStorage";

  public static final String PHOTOS = "photos";
  public static final String EXPORTS = "exports";
  public static final String DEAD_LETTERS = "deadletters";
  public static final String PHOTO_QUEUE = "photo-uploads";

  /** What the Functions host appends to a queue's name for the messages that it gives up. */
  public static final String POISON = "-poison";

  /** Where it puts a message that ended the process each time. */
  public static final String POISON_QUEUE = PHOTO_QUEUE + POISON;

  /** Months to fetch. */
  public static final String USAGE_FETCHES = "usage-fetches";

  /** Raw reports to split. */
  public static final String USAGE_REPORTS = "usage-reports";

  /** Days to enter into the ledger. */
  public static final String USAGE_DAYS = "usage-days";

  /** Price sheets, {@code {enrollment}.csv}, as people put them there. */
  public static final String PRICE_SHEETS = "pricesheets";

  /** Who may read what, the chargeback rules and saved views. */
  public static final String FINANCE = "usagefinance";

  private AzureNames() {}
}
