package com.contoso.tollbooth.azure.infra;

import com.contoso.tollbooth.azure.infra.BicepToken.Kind;
import java.util.ArrayList;
import java.util.List;

/** Splits Bicep into tokens and finds whatever is opened and not closed. */
final class BicepScanner {
  private static final char END_OF_FILE = '\0';
  private static final String MANY_LINES = "'''";

  private final String source;
  private final List<BicepToken> tokens = new ArrayList<>();
  private int at;
  private int line = 1;

  private BicepScanner(String source) {
    this.source = source;
  }

  /** The tokens without comments; the last one is the end. */
  static List<BicepToken> scan(String source) {
    var scanner = new BicepScanner(source);
    scanner.code(END_OF_FILE);
    scanner.add(Kind.END, "", source.length());
    return scanner.tokens;
  }

  /** Reads to the bracket that closes what is open, and stops before it. */
  private void code(char closing) {
    while (at < source.length()) {
      char next = source.charAt(at);
      if (next == closing) {
        return;
      }
      switch (next) {
        case '{' -> bracket('}');
        case '[' -> bracket(']');
        case '(' -> bracket(')');
        case '}', ']', ')' -> throw new BicepFault(line, "'" + next + "' closes nothing");
        case '"' -> throw new BicepFault(line, "a string stands in single quotes");
        case '\'' -> string();
        case '\n' -> {
          add(Kind.NEW_LINE, "\n", at + 1);
          line++;
        }
        default -> plain(next);
      }
    }
  }

  private void plain(char next) {
    if (source.startsWith("//", at)) {
      int end = source.indexOf('\n', at);
      at = end < 0 ? source.length() : end;
    } else if (source.startsWith("/*", at)) {
      skipTo("*/", "a comment");
    } else if (Character.isWhitespace(next)) {
      at++;
    } else if (Character.isLetterOrDigit(next) || next == '_') {
      int end = at;
      while (end < source.length()
          && (Character.isLetterOrDigit(source.charAt(end)) || source.charAt(end) == '_')) {
        end++;
      }
      add(Kind.WORD, source.substring(at, end), end);
    } else {
      add(Kind.SYMBOL, Character.toString(next), at + 1);
    }
  }

  private void bracket(char closing) {
    char opening = source.charAt(at);
    int opened = line;
    add(Kind.SYMBOL, Character.toString(opening), at + 1);
    code(closing);
    if (at == source.length()) {
      throw new BicepFault(opened, "'" + opening + "' is never closed");
    }
    add(Kind.SYMBOL, Character.toString(closing), at + 1);
  }

  private void string() {
    int start = at;
    int opened = line;
    if (source.startsWith(MANY_LINES, at)) {
      at += MANY_LINES.length();
      skipTo(MANY_LINES, "a string of many lines");
      String text = source.substring(start + MANY_LINES.length(), at - MANY_LINES.length());
      tokens.add(new BicepToken(Kind.TEXT, text, opened, start, at));
      return;
    }
    at++;
    while (at < source.length() && source.charAt(at) != '\'') {
      switch (source.charAt(at)) {
        case '\n' -> throw new BicepFault(opened, "a string is never closed");
        case '\\' -> escape();
        case '$' -> interpolation();
        default -> at++;
      }
    }
    if (at >= source.length()) {
      throw new BicepFault(opened, "a string is never closed");
    }
    at++;
    tokens.add(new BicepToken(Kind.TEXT, source.substring(start + 1, at - 1), opened, start, at));
  }

  private void escape() {
    if (at + 1 < source.length() && "\\'nrt$u".indexOf(source.charAt(at + 1)) < 0) {
      throw new BicepFault(line, "'\\" + source.charAt(at + 1) + "' is no escape");
    }
    at += 2;
  }

  private void interpolation() {
    if (!source.startsWith("${", at)) {
      at++;
      return;
    }
    int opened = line;
    int before = tokens.size();
    at += 2;
    code('}');
    if (at == source.length()) {
      throw new BicepFault(opened, "'${' is never closed");
    }
    tokens.subList(before, tokens.size()).clear();
    at++;
  }

  private void skipTo(String end, String what) {
    int found = source.indexOf(end, at);
    if (found < 0) {
      throw new BicepFault(line, what + " is never closed");
    }
    line += (int) source.substring(at, found).chars().filter(c -> c == '\n').count();
    at = found + end.length();
  }

  private void add(Kind kind, String text, int end) {
    tokens.add(new BicepToken(kind, text, line, at, end));
    at = end;
  }
}
