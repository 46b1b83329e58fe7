package com.contoso.tollbooth.plate;

import java.util.List;

/**
 * One character as OCR saw it.
 *
 * @param rivals other characters it might be, likeliest first; empty where the reader tells none
 */
public record ReadCharacter(char value, Confidence confidence, List<Rival> rivals) {
  public ReadCharacter {
    rivals = List.copyOf(rivals);
  }

  public ReadCharacter(char value, Confidence confidence) {
    this(value, confidence, List.of());
  }

  /** Another character that the same ink might be. */
  public record Rival(char value, Confidence confidence) {}
}
