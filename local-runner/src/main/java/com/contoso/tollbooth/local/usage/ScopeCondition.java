package com.contoso.tollbooth.local.usage;

import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.LedgerScope;
import com.contoso.tollbooth.usage.SubscriptionId;
import com.contoso.tollbooth.usage.UsageRights;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which sheets {@code s} a reader asks for and may see, and the values of the condition. */
record ScopeCondition(String sql, Map<String, Object> values) {
  private static final Pattern NAMED = Pattern.compile(":([a-z]+)");

  static ScopeCondition of(LedgerScope scope) {
    var sql = new StringBuilder("s.day BETWEEN :from AND :to");
    Map<String, Object> values = new HashMap<>();
    values.put("from", scope.from().toEpochDay());
    values.put("to", scope.to().toEpochDay());
    switch (scope.rights()) {
      case UsageRights.All() -> {}
      case UsageRights.Only(var subscriptions) -> {
        sql.append(" AND s.subscription IN (SELECT value FROM json_each(:rights))");
        values.put("rights", json(subscriptions.stream().map(SubscriptionId::value).toList()));
      }
    }
    if (!scope.enrollments().isEmpty()) {
      sql.append(" AND s.enrollment IN (SELECT value FROM json_each(:enrollments))");
      values.put(
          "enrollments", json(scope.enrollments().stream().map(EnrollmentNumber::value).toList()));
    }
    return new ScopeCondition(sql.toString(), values);
  }

  JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement) {
    return statement.params(values);
  }

  /** The condition with its values in the order of {@link #bind(PreparedStatement)}. */
  String positional() {
    return NAMED.matcher(sql).replaceAll("?");
  }

  void bind(PreparedStatement statement) throws SQLException {
    var name = NAMED.matcher(sql);
    for (int n = 1; name.find(); n++) {
      statement.setObject(n, values.get(name.group(1)));
    }
  }

  private static String json(Object values) {
    return LineRows.JSON.writeValueAsString(values);
  }
}
