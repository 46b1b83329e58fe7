package com.contoso.tollbooth.local.azure;

import com.contoso.tollbooth.local.AzureProfiles;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the services are and how this machine, which has no managed identity, signs in.
 *
 * @param storage connection string of the storage account
 * @param vision the AI Vision resource
 * @param cosmos the Cosmos DB account
 */
@ConfigurationProperties("tollbooth.azure")
record AzureSettings(@Nullable String storage, @Nullable Account vision, @Nullable Account cosmos) {

  /** A service's address and one of its keys. */
  record Account(@Nullable String endpoint, @Nullable String key) {
    private static final Account NONE = new Account(null, null);

    /** Without the key. */
    @Override
    public String toString() {
      return "Account[" + endpoint + "]";
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
    return "AzureSettings[vision " + vision + ", cosmos " + cosmos + "]";
  }

  private static String set(String profile, String name, @Nullable String value, String what) {
    if (value == null || value.isBlank()) {
      throw CannotUseAzure.without(profile, "tollbooth.azure." + name, what);
    }
    return value.strip();
  }
}
