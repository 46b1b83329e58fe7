package com.contoso.tollbooth.ocr;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What the recognisers' classes mean: each is a letter or digit (lower case folded into upper), a
 * sign between them, or nothing.
 */
final class Alphabet {
  static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  private final int[] slots;
  private final char[] signs;

  private Alphabet(List<String> classes) {
    slots = new int[classes.size()];
    signs = new char[classes.size()];
    for (int i = 0; i < slots.length; i++) {
      String text = classes.get(i);
      char c = text.length() == 1 ? text.charAt(0) : 0;
      char upper = c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
      slots[i] = CHARACTERS.indexOf(upper) + 1;
      signs[i] = slots[i] == 0 && c >= ' ' && c < 0x7f ? c : 0;
    }
  }

  /** Class 0 is blank, then one a line, then the space. */
  static Alphabet read(InputStream keys) throws IOException {
    List<String> classes = new ArrayList<>();
    classes.add("");
    var reader = new BufferedReader(new InputStreamReader(keys, StandardCharsets.UTF_8));
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      classes.add(line);
    }
    classes.add(" ");
    return new Alphabet(classes);
  }

  static boolean isLetterOrDigit(char c) {
    return CHARACTERS.indexOf(c) >= 0;
  }

  int classes() {
    return slots.length;
  }

  /** 0 for nothing, else 1 + the index in {@link #CHARACTERS}. */
  int slot(int index) {
    return slots[index];
  }

  /** The sign a class stands for, 0 where it is none. */
  char sign(int index) {
    return signs[index];
  }
}
