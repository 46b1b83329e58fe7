package com.contoso.tollbooth.azure.testkit.cosmos;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.NullNode;

/**
 * Reads the part of the query language that is emulated. Everything else is refused with 400: a
 * query is never guessed at.
 */
final class SqlParser {
  private static final Set<String> COMPARISONS = Set.of("=", "!=", "<>", "<", "<=", ">", ">=");
  private static final Set<String> KEYWORDS =
      Set.of(
          "SELECT",
          "TOP",
          "VALUE",
          "DISTINCT",
          "FROM",
          "JOIN",
          "IN",
          "WHERE",
          "ORDER",
          "GROUP",
          "BY",
          "ASC",
          "DESC",
          "OFFSET",
          "LIMIT",
          "AND",
          "OR",
          "NOT",
          "AS",
          "BETWEEN",
          "LIKE",
          "EXISTS",
          "NULL",
          "TRUE",
          "FALSE",
          "UNDEFINED",
          "UDF",
          "ESCAPE");
  private static final Map<String, SqlType> TYPE_CHECKS =
      Map.of(
          "IS_NULL", SqlType.NULL,
          "IS_BOOL", SqlType.BOOLEAN,
          "IS_BOOLEAN", SqlType.BOOLEAN,
          "IS_NUMBER", SqlType.NUMBER,
          "IS_STRING", SqlType.STRING,
          "IS_ARRAY", SqlType.ARRAY,
          "IS_OBJECT", SqlType.OBJECT);

  private final String text;
  private final JsonParameters parameters;
  private final List<SqlToken> tokens;
  private int next;
  private String alias = "";
  private boolean counts;

  SqlParser(String text, JsonParameters parameters) {
    this.text = text;
    this.parameters = parameters;
    this.tokens = SqlToken.read(text);
  }

  SqlQuery query() {
    expect("SELECT");
    if (peek().is("DISTINCT")) {
      throw unsupported("DISTINCT");
    }
    Optional<Integer> top = take("TOP") ? Optional.of(wholeNumber()) : Optional.empty();
    int selectStart = next;
    skipTo("FROM");
    int afterSelect = next;
    String from = from();
    next = selectStart;
    SqlQuery.Projection projection = projection();
    if (next != afterSelect) {
      throw syntaxError();
    }
    boolean counted = counts;
    if (counted && projection.kind() != SqlQuery.Projection.Kind.VALUE) {
      throw unsupported("COUNT without VALUE");
    }
    from();
    Optional<SqlQuery.Clause> where = Optional.empty();
    if (take("WHERE")) {
      int start = peek().start();
      SqlExpression condition = or();
      where = Optional.of(new SqlQuery.Clause(condition, slice(start)));
    }
    List<SqlQuery.OrderItem> order = order();
    Optional<Integer> offset = Optional.empty();
    Optional<Integer> limit = Optional.empty();
    if (take("OFFSET")) {
      offset = Optional.of(wholeNumber());
      expect("LIMIT");
      limit = Optional.of(wholeNumber());
    }
    if (peek().kind() != SqlToken.Kind.END) {
      throw syntaxError();
    }
    if (!counted && counts) {
      throw unsupported("COUNT outside of SELECT");
    }
    if (counted && (top.isPresent() || !order.isEmpty() || limit.isPresent())) {
      throw unsupported("COUNT with TOP, ORDER BY or OFFSET");
    }
    if (top.isPresent() && limit.isPresent()) {
      throw unsupported("TOP with OFFSET and LIMIT");
    }
    return new SqlQuery(alias, from, top, projection, counted, where, order, offset, limit);
  }

  /** Notes the alias; returns the clause's text. */
  private String from() {
    int start = peek().start();
    expect("FROM");
    alias = identifier();
    boolean as = take("AS");
    if (as || (peek().kind() == SqlToken.Kind.WORD && !isKeyword(peek()))) {
      alias = identifier();
    }
    if (peek().is("JOIN") || peek().is("IN") || peek().is(",") || peek().is(".")) {
      throw unsupported("FROM with more than the container");
    }
    return slice(start);
  }

  private SqlQuery.Projection projection() {
    int start = peek().start();
    if (take("*")) {
      return new SqlQuery.Projection(
          SqlQuery.Projection.Kind.ALL, new SqlExpression.Path(List.of()), "*", alias);
    }
    if (take("VALUE")) {
      int value = peek().start();
      SqlExpression expression = or();
      return new SqlQuery.Projection(
          SqlQuery.Projection.Kind.VALUE, expression, slice(start), slice(value));
    }
    Map<String, SqlExpression> fields = new LinkedHashMap<>();
    List<String> payload = new ArrayList<>();
    do {
      int field = peek().start();
      SqlExpression expression = or();
      String written = slice(field);
      String name = take("AS") ? identifier() : nameOf(expression);
      if (fields.put(name, expression) != null) {
        throw CosmosFailure.badRequest("Two selected properties are named '" + name + "'");
      }
      payload.add("\"" + name + "\": " + written);
    } while (take(","));
    return new SqlQuery.Projection(
        SqlQuery.Projection.Kind.FIELDS,
        new SqlExpression.ObjectOf(fields),
        slice(start),
        "{" + String.join(", ", payload) + "}");
  }

  private String nameOf(SqlExpression expression) {
    if (expression instanceof SqlExpression.Path path) {
      if (path.steps().isEmpty()) {
        return alias;
      }
      if (path.steps().getLast() instanceof String name) {
        return name;
      }
    }
    throw unsupported("a selected expression without a name");
  }

  private List<SqlQuery.OrderItem> order() {
    List<SqlQuery.OrderItem> items = new ArrayList<>();
    if (peek().is("GROUP")) {
      throw unsupported("GROUP BY");
    }
    if (!take("ORDER")) {
      return items;
    }
    expect("BY");
    do {
      int start = peek().start();
      if (!(primary() instanceof SqlExpression.Path path) || path.steps().isEmpty()) {
        throw unsupported("ORDER BY anything but a property");
      }
      String written = slice(start);
      boolean descending = take("DESC");
      if (!descending) {
        take("ASC");
      }
      items.add(new SqlQuery.OrderItem(path, descending, written));
    } while (take(","));
    return items;
  }

  private SqlExpression or() {
    SqlExpression left = and();
    while (take("OR")) {
      left = new SqlExpression.Or(left, and());
    }
    return left;
  }

  private SqlExpression and() {
    SqlExpression left = comparison();
    while (take("AND")) {
      left = new SqlExpression.And(left, comparison());
    }
    return left;
  }

  private SqlExpression comparison() {
    if (take("NOT")) {
      SqlExpression operand = peek().is("NOT") ? comparison() : primary();
      if (COMPARISONS.contains(peek().text()) || peek().is("IN") || peek().is("NOT")) {
        throw unsupported("NOT before a comparison without parentheses");
      }
      return new SqlExpression.Not(operand);
    }
    SqlExpression left = primary();
    if (peek().kind() == SqlToken.Kind.SYMBOL && COMPARISONS.contains(peek().text())) {
      String operator = tokens.get(next++).text();
      SqlExpression right = primary();
      if (COMPARISONS.contains(peek().text())) {
        throw unsupported("a comparison of a comparison without parentheses");
      }
      return new SqlExpression.Comparison(operator, left, right);
    }
    if (peek().is("NOT") && tokens.get(next + 1).is("IN")) {
      next++;
      return new SqlExpression.Not(in(left));
    }
    return peek().is("IN") ? in(left) : left;
  }

  private SqlExpression in(SqlExpression left) {
    expect("IN");
    expect("(");
    SqlExpression any = null;
    do {
      SqlExpression equal = new SqlExpression.Comparison("=", left, or());
      any = any == null ? equal : new SqlExpression.Or(any, equal);
    } while (take(","));
    expect(")");
    return any;
  }

  private SqlExpression primary() {
    SqlToken token = tokens.get(next++);
    return switch (token.kind()) {
      case STRING -> literal(token.unquoted());
      case NUMBER -> number(token.text());
      case PARAMETER -> new SqlExpression.Literal(parameters.value(token.text()));
      case SYMBOL -> symbol(token);
      case WORD -> word(token);
      case END -> throw syntaxError();
    };
  }

  private SqlExpression symbol(SqlToken token) {
    switch (token.text()) {
      case "(" -> {
        SqlExpression inner = or();
        expect(")");
        return inner;
      }
      case "-" -> {
        SqlToken number = tokens.get(next++);
        if (number.kind() != SqlToken.Kind.NUMBER) {
          throw unsupported("arithmetic");
        }
        return number("-" + number.text());
      }
      case "[" -> {
        List<SqlExpression> elements = new ArrayList<>();
        if (!take("]")) {
          do {
            elements.add(or());
          } while (take(","));
          expect("]");
        }
        return new SqlExpression.ArrayOf(elements);
      }
      case "{" -> {
        Map<String, SqlExpression> properties = new LinkedHashMap<>();
        if (!take("}")) {
          do {
            String name = name();
            expect(":");
            properties.put(name, or());
          } while (take(","));
          expect("}");
        }
        return new SqlExpression.ObjectOf(properties);
      }
      default -> throw syntaxError();
    }
  }

  private SqlExpression word(SqlToken token) {
    String upper = token.text().toUpperCase(Locale.ROOT);
    if (take("(")) {
      return function(upper);
    }
    switch (upper) {
      case "TRUE" -> {
        return new SqlExpression.Literal(BooleanNode.TRUE);
      }
      case "FALSE" -> {
        return new SqlExpression.Literal(BooleanNode.FALSE);
      }
      case "NULL" -> {
        return new SqlExpression.Literal(NullNode.getInstance());
      }
      default -> {
        if (!token.text().equals(alias)) {
          throw CosmosFailure.badRequest(
              "Identifier '" + token.text() + "' could not be resolved.");
        }
        return path();
      }
    }
  }

  private SqlExpression path() {
    List<Object> steps = new ArrayList<>();
    while (true) {
      if (take(".")) {
        SqlToken step = tokens.get(next++);
        if (step.kind() != SqlToken.Kind.WORD) {
          throw syntaxError();
        }
        steps.add(step.text());
      } else if (take("[")) {
        SqlToken step = tokens.get(next++);
        switch (step.kind()) {
          case STRING -> steps.add(step.unquoted());
          case NUMBER -> {
            next--;
            steps.add(wholeNumber());
          }
          default -> throw unsupported("a computed property");
        }
        expect("]");
      } else {
        return new SqlExpression.Path(List.copyOf(steps));
      }
    }
  }

  private SqlExpression function(String name) {
    SqlExpression argument = or();
    expect(")");
    if (name.equals("COUNT")) {
      if (!(argument instanceof SqlExpression.Literal(JsonNode value)) || !value.isNumber()) {
        throw unsupported("COUNT of anything but 1");
      }
      counts = true;
      return new SqlExpression.Count();
    }
    if (name.equals("IS_DEFINED")) {
      return new SqlExpression.IsDefined(argument);
    }
    @Nullable SqlType type = TYPE_CHECKS.get(name);
    if (type == null) {
      throw unsupported("function " + name);
    }
    return new SqlExpression.TypeCheck(type, argument);
  }

  private static SqlExpression literal(String value) {
    return new SqlExpression.Literal(GatewayRequest.JSON.getNodeFactory().stringNode(value));
  }

  private static SqlExpression number(String digits) {
    boolean whole = digits.chars().skip(1).allMatch(Character::isDigit) && digits.length() < 18;
    return new SqlExpression.Literal(
        whole && !digits.startsWith(".")
            ? GatewayRequest.JSON.getNodeFactory().numberNode(Long.parseLong(digits))
            : GatewayRequest.JSON.getNodeFactory().numberNode(Double.parseDouble(digits)));
  }

  private String name() {
    SqlToken token = tokens.get(next++);
    return switch (token.kind()) {
      case STRING -> token.unquoted();
      case WORD -> token.text();
      default -> throw syntaxError();
    };
  }

  private String identifier() {
    SqlToken token = tokens.get(next++);
    if (token.kind() != SqlToken.Kind.WORD || isKeyword(token)) {
      throw syntaxError();
    }
    return token.text();
  }

  private int wholeNumber() {
    SqlToken token = tokens.get(next++);
    if (token.kind() == SqlToken.Kind.PARAMETER) {
      JsonNode value = parameters.value(token.text());
      if (value.canConvertToInt() && value.isIntegralNumber() && value.intValue() >= 0) {
        return value.intValue();
      }
    } else if (token.kind() == SqlToken.Kind.NUMBER && token.text().matches("[0-9]{1,9}")) {
      return Integer.parseInt(token.text());
    }
    throw syntaxError();
  }

  private void skipTo(String word) {
    while (!peek().is(word)) {
      if (peek().kind() == SqlToken.Kind.END) {
        throw unsupported("a query without " + word);
      }
      next++;
    }
  }

  private static boolean isKeyword(SqlToken token) {
    return KEYWORDS.contains(token.text().toUpperCase(Locale.ROOT));
  }

  private SqlToken peek() {
    return tokens.get(Math.min(next, tokens.size() - 1));
  }

  private boolean take(String word) {
    if (peek().is(word)) {
      next++;
      return true;
    }
    return false;
  }

  private void expect(String word) {
    if (!take(word)) {
      throw syntaxError();
    }
  }

  /** The query's text from a position up to the last token taken. */
  private String slice(int start) {
    return text.substring(start, tokens.get(next - 1).end());
  }

  private CosmosFailure syntaxError() {
    next = Math.min(next, tokens.size() - 1);
    return CosmosFailure.badRequest(
        "Syntax error, incorrect syntax near '" + peek().text() + "' in: " + text);
  }

  private CosmosFailure unsupported(String what) {
    return CosmosFailure.badRequest("Not emulated: " + what + ", in: " + text);
  }
}
