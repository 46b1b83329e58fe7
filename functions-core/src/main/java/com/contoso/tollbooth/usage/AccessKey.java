package com.contoso.tollbooth.usage;

/** What opens the reports of an enrollment. Its text form never shows the key. */
public sealed interface AccessKey {
  /**
   * Where the key lies: {@code @Microsoft.KeyVault(SecretUri=…)} or the secret's address, as
   * production must have it.
   */
  record Reference(String secretUri) implements AccessKey {}

  /** The key itself, for tests and a laptop. */
  record Plain(String key) implements AccessKey {
    @Override
    public String toString() {
      return "Plain[…]";
    }
  }
}
