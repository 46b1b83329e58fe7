package com.contoso.tollbooth.local;

/** The profiles under which a service of Azure takes the place of something on this machine. */
public final class AzureProfiles {
  /** Blob Storage in place of the photo folder and billing's folder. */
  public static final String STORAGE = "azure-storage";

  /** AI Vision in place of the offline OCR. */
  public static final String VISION = "azure-vision";

  /** Cosmos DB in place of the tables of passages, reviews and billing. */
  public static final String COSMOS = "azure-cosmos";

  /** Mails by SMTP, signed in by access token, in place of the mailbox folder. */
  public static final String MAIL = "azure-mail";

  private AzureProfiles() {}
}
