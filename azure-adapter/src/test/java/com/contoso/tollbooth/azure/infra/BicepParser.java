package com.contoso.tollbooth.azure.infra;

import com.contoso.tollbooth.azure.infra.BicepToken.Kind;
import com.contoso.tollbooth.azure.infra.BicepValue.Each;
import com.contoso.tollbooth.azure.infra.BicepValue.Expression;
import com.contoso.tollbooth.azure.infra.BicepValue.Fields;
import com.contoso.tollbooth.azure.infra.BicepValue.Items;
import com.contoso.tollbooth.azure.infra.BicepValue.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the declarations of a Bicep file, as far as tests of names need them. */
final class BicepParser {
  private static final Set<String> CLOSING = Set.of("}", "]", ")");

  private final String source;
  private final List<BicepToken> tokens;
  private int next;

  private BicepParser(String source) {
    this.source = source;
    this.tokens = BicepScanner.scan(source);
  }

  static List<BicepDeclaration> parse(String source) {
    var parser = new BicepParser(source);
    var declarations = new ArrayList<BicepDeclaration>();
    while (parser.peek().kind() != Kind.END) {
      if (parser.peek().kind() == Kind.NEW_LINE) {
        parser.next++;
      } else {
        declarations.add(parser.declaration());
      }
    }
    return declarations;
  }

  /** A keyword, a name, a type and a value; each but the keyword may be missing. */
  private BicepDeclaration declaration() {
    skipDecorators();
    BicepToken keyword = take();
    String name = peek().kind() == Kind.WORD && !keyword.is("using") ? take().text() : "";
    int from = peek().start();
    while (!peek().is("=") && !ends(peek())) {
      skip();
    }
    String type = source.substring(from, Math.max(from, tokens.get(next - 1).end())).trim();
    BicepValue value = null;
    if (peek().is("=")) {
      next++;
      if (peek().is("if")) {
        next++;
        skip();
      }
      value = value(false);
    }
    return new BicepDeclaration(keyword.text(), name, type, value, keyword.line());
  }

  private void skipDecorators() {
    while (peek().is("@")) {
      while (!ends(peek())) {
        skip();
      }
      skipNewLines();
    }
  }

  private BicepValue value(boolean colonEnds) {
    int from = next;
    BicepToken first = peek();
    BicepValue value = null;
    if (first.is("{")) {
      value = object();
    } else if (first.is("[")) {
      value = array();
    } else if (first.kind() == Kind.TEXT) {
      value = new Text(take().text());
    }
    if (value != null && (ends(peek()) || (colonEnds && peek().is(":")))) {
      return value;
    }
    while (!ends(peek()) && !(colonEnds && peek().is(":"))) {
      skip();
    }
    if (next == from) {
      throw new BicepFault(first.line(), "a value is missing");
    }
    return new Expression(source.substring(first.start(), tokens.get(next - 1).end()));
  }

  private Fields object() {
    Map<String, BicepValue> fields = new LinkedHashMap<>();
    next++;
    skipNewLines();
    while (!peek().is("}")) {
      boolean resource = peek().is("@") || (peek().is("resource") && !tokens.get(next + 1).is(":"));
      String key;
      BicepValue value;
      int line = peek().line();
      if (resource) {
        BicepDeclaration child = declaration();
        key = "resource " + child.name();
        value = child.value();
      } else {
        key = take().text();
        if (!take().is(":")) {
          throw new BicepFault(line, "':' is missing after " + key);
        }
        value = value(false);
      }
      if (fields.put(key, value) != null) {
        throw new BicepFault(line, key + " is there twice");
      }
      skipNewLines();
    }
    next++;
    return new Fields(fields);
  }

  private BicepValue array() {
    next++;
    skipNewLines();
    if (peek().is("for")) {
      next++;
      String variable = take().text();
      if (!take().is("in")) {
        throw new BicepFault(peek().line(), "'in' is missing in a loop");
      }
      BicepValue over = value(true);
      next++;
      BicepValue body = value(false);
      skipNewLines();
      next++;
      return new Each(variable, over, body);
    }
    var items = new ArrayList<BicepValue>();
    while (!peek().is("]")) {
      items.add(value(false));
      skipNewLines();
    }
    next++;
    return new Items(items);
  }

  /** Passes one token, or all between two brackets. */
  private void skip() {
    BicepToken token = take();
    if (token.is("{") || token.is("[") || token.is("(")) {
      while (peek().kind() != Kind.SYMBOL || !CLOSING.contains(peek().text())) {
        skip();
      }
      next++;
    }
  }

  private void skipNewLines() {
    while (peek().kind() == Kind.NEW_LINE || peek().is(",")) {
      next++;
    }
  }

  private static boolean ends(BicepToken token) {
    return token.kind() == Kind.NEW_LINE
        || token.kind() == Kind.END
        || token.is(",")
        || (token.kind() == Kind.SYMBOL && CLOSING.contains(token.text()));
  }

  private BicepToken peek() {
    return tokens.get(next);
  }

  private BicepToken take() {
    return tokens.get(next++);
  }
}
