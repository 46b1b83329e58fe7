package com.contoso.tollbooth.azure;

/** Names that infra gives to what the hosts use; a test holds both against each other. */
public final class AzureNames {
  /** The connection of queue triggers and storage clients. */
  public static final String STORAGE = "PhotoStorage";

  public static final String PHOTOS = "photos";
  public static final String EXPORTS = "exports";
  public static final String DEAD_LETTERS = "deadletters";
  public static final String PHOTO_QUEUE = "photo-uploads";

  /** Where the Functions host puts a message that ended the process each time. */
  public static final String POISON_QUEUE = PHOTO_QUEUE + "-poison";

  private AzureNames() {}
}
