package com.contoso.tollbooth.azure.vault;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which vaults are trusted.
 *
 * @param host how a vault's host name ends, in the public cloud unless told: an enrollment names
 *     its vault, and the app's token must go to no other server
 */
@ConfigurationProperties("tollbooth.usage.vault")
public record VaultSettings(@DefaultValue(".vault.azure.net") String host) {}
