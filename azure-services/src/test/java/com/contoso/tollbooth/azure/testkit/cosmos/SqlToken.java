package com.contoso.tollbooth.azure.testkit.cosmos;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A token of a query and where it stands in the text. */
record SqlToken(Kind kind, String text, int start, int end) {
  enum Kind {
    WORD,
    PARAMETER,
    STRING,
    NUMBER,
    SYMBOL,
    END
  }

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(?<word>[A-Za-z_][A-Za-z0-9_]*)"
              + "|(?<parameter>@[A-Za-z_][A-Za-z0-9_]*)"
              + "|(?<string>\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*')"
              + "|(?<number>(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?)"
              + "|(?<symbol><=|>=|!=|<>|[=<>()\\[\\]{},.*:-]))",
          Pattern.DOTALL);

  private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9a-fA-F]{4}|.)", Pattern.DOTALL);

  static List<SqlToken> read(String query) {
    String text = query.stripTrailing();
    List<SqlToken> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    int at = 0;
    while (at < text.length()) {
      matcher.region(at, text.length());
      if (!matcher.lookingAt()) {
        throw CosmosFailure.badRequest("Syntax error near '" + text.substring(at) + "'");
      }
      tokens.add(token(matcher));
      at = matcher.end();
    }
    tokens.add(new SqlToken(Kind.END, "", text.length(), text.length()));
    return tokens;
  }

  private static SqlToken token(Matcher matcher) {
    for (Kind kind : Kind.values()) {
      String group = kind.name().toLowerCase(Locale.ROOT);
      if (kind != Kind.END && matcher.group(group) != null) {
        return new SqlToken(kind, matcher.group(group), matcher.start(group), matcher.end());
      }
    }
    throw new IllegalStateException(matcher.group());
  }

  boolean is(String word) {
    return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equalsIgnoreCase(word);
  }

  /** The value of a string literal. */
  String unquoted() {
    return ESCAPE
        .matcher(text.substring(1, text.length() - 1))
        .replaceAll(escape -> Matcher.quoteReplacement(character(escape.group(1))));
  }

  private static String character(String escape) {
    if (escape.length() == 5) {
      return Character.toString(Integer.parseInt(escape, 1, 5, 16));
    }
    return switch (escape) {
      case "\"", "'", "\\", "/" -> escape;
      case "b" -> "\b";
      case "f" -> "\f";
      case "n" -> "\n";
      case "r" -> "\r";
      case "t" -> "\t";
      default -> throw CosmosFailure.badRequest("Syntax error: no escape \\" + escape);
    };
  }
}
