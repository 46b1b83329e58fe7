package com.contoso.tollbooth.usage.chargeback;

import java.util.regex.Pattern;

/**
 * A text to compare with, whatever the case: {@code *} stands for any characters or none, {@code ?}
 * for one. {@code ?*} is any text that is not empty.
 */
public record Glob(String pattern, Pattern compiled) {
  public static Glob of(String pattern) {
    var regex = new StringBuilder();
    int literal = 0; // where the text between wildcards begins: it is compared as one
    for (int i = 0; i < pattern.length(); i++) {
      char next = pattern.charAt(i);
      if (next == '*' || next == '?') {
        regex.append(Pattern.quote(pattern.substring(literal, i))).append(next == '*' ? ".*" : ".");
        literal = i + 1;
      }
    }
    regex.append(Pattern.quote(pattern.substring(literal)));
    return new Glob(
        pattern,
        Pattern.compile(
            regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL));
  }

  boolean matches(String text) {
    return compiled.matcher(text).matches();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Glob glob && glob.pattern.equals(pattern);
  }

  @Override
  public int hashCode() {
    return pattern.hashCode();
  }

  @Override
  public String toString() {
    return pattern;
  }
}
