package com.contoso.tollbooth.local.azure;

import com.contoso.tollbooth.azure.mail.MailSettings;
import com.contoso.tollbooth.local.AzureProfiles;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the services are and how this machine, which has no managed identity, signs in.
 *
 * @param storage connection string of the storage account
 * @param vision the AI Vision resource
 * @param cosmos the Cosmos DB account
 * @param mail the mailbox that sends
 */
@ConfigurationProperties("tollbooth.azure")
record AzureSettings(
    @Nullable String storage,
    @Nullable Account vision,
    @Nullable Account cosmos,
    @DefaultValue Mail mail) {

  /** A service's address and one of its keys. */
  record Account(@Nullable String endpoint, @Nullable String key) {
    private static final Account NONE = new Account(null, null);

    /** Without the key. */
    @Override
    public String toString() {
      return "Account[" + endpoint + "]";
    }
  }

  /**
   * A mailbox and how it signs in.
   *
   * @param host the SMTP server; Office 365 unless said otherwise
   * @param port its port; 587, where servers take mails from clients
   * @param user the mailbox, which is the sender's address as well
   * @param token an access token of the mailbox for the server; mails go out for as long as it
   *     lasts
   * @param to customer service's addresses
   */
  record Mail(
      @DefaultValue("smtp.office365.com") String host,
      @DefaultValue("587") int port,
      @Nullable String user,
      @Nullable String token,
      @Nullable String to) {
    /** Without the token. */
    @Override
    public String toString() {
      return "Mail[%s by %s:%d to %s]".formatted(user, host, port, to);
    }
  }

  String mailToken() {
    return set(AzureProfiles.MAIL, "mail.token", mail.token, "an access token of the mailbox");
  }

  MailSettings mailSettings() {
    String user = set(AzureProfiles.MAIL, "mail.user", mail.user, "the mailbox to send from");
    String to = set(AzureProfiles.MAIL, "mail.to", mail.to, "customer service's addresses");
    try {
      return MailSettings.byAccessToken(mail.host, mail.port, user, List.of(to.split("\\s*,\\s*")));
    } catch (IllegalArgumentException e) {
      throw new CannotUseAzure(
          "the profile %s cannot use tollbooth.azure.mail: %s"
              .formatted(AzureProfiles.MAIL, e.getMessage()));
    }
  }

  String storageConnection() {
    return set(
        AzureProfiles.STORAGE, "storage", storage, "the connection string of a storage account");
  }

  String visionEndpoint() {
    return set(
        AzureProfiles.VISION, "vision.endpoint", vision().endpoint, "the address of AI Vision");
  }

  String visionKey() {
    return set(AzureProfiles.VISION, "vision.key", vision().key, "a key of AI Vision");
  }

  String cosmosEndpoint() {
    return set(
        AzureProfiles.COSMOS,
        "cosmos.endpoint",
        cosmos().endpoint,
        "the address of a Cosmos DB account");
  }

  String cosmosKey() {
    return set(AzureProfiles.COSMOS, "cosmos.key", cosmos().key, "a key of the Cosmos DB account");
  }

  @Override
  public Account vision() {
    return vision == null ? Account.NONE : vision;
  }

  @Override
  public Account cosmos() {
    return cosmos == null ? Account.NONE : cosmos;
  }

  /** Without the connection string, which holds a key. */
  @Override
  public String toString() {
    return "AzureSettings[vision " + vision + ", cosmos " + cosmos + ", mail " + mail + "]";
  }

  private static String set(String profile, String name, @Nullable String value, String what) {
    if (value == null || value.isBlank()) {
      throw CannotUseAzure.without(profile, "tollbooth.azure." + name, what);
    }
    return value.strip();
  }
}
