package com.contoso.tollbooth.billing;

/** Mails to customer service. */
public interface Notices {
  /**
   * Sends the mail, or throws. The same {@link Notice#id} again is the same mail: it is sent once
   * where the channel can tell, and carries the same Message-ID where it cannot.
   */
  void send(Notice notice);
}
