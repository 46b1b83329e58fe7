package com.contoso.tollbooth.azure.infra;

/**
 * A piece of a Bicep file.
 *
 * @param text what it says; of a string, what stands between the quotes
 * @param start where it begins in the file
 * @param end where what follows it begins
 */
record BicepToken(Kind kind, String text, int line, int start, int end) {
  enum Kind {
    WORD,
    TEXT,
    SYMBOL,
    NEW_LINE,
    END
  }

  boolean is(String word) {
    return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equals(word);
  }
}
