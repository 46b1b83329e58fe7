package com.contoso.tollbooth.usage;

/** Mails of the usage pipeline. */
public interface UsageMails {
  /** Sends it, or throws; no effect if the mail of that id was sent. */
  void send(UsageMail mail);
}
