package com.contoso.tollbooth.reconciliation;

import java.util.List;

/** The newest dead letters, and how many there are. */
public record DeadLetterPage(long total, List<DeadLetter> letters) {
  public DeadLetterPage {
    letters = List.copyOf(letters);
  }
}
