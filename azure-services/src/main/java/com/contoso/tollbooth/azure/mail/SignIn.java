package com.contoso.tollbooth.azure.mail;

/** How the mail server learns who sends. */
sealed interface SignIn {
  /** Not at all: the server knows its clients by their address. */
  record None() implements SignIn {}

  /** By a password; it never shows. */
  record Password(String user, String password) implements SignIn {
    @Override
    public String toString() {
      return "Password[user=" + user + "]";
    }
  }

  /** By XOAUTH2 with an access token for a scope. */
  record AccessToken(String user, String scope) implements SignIn {}
}
