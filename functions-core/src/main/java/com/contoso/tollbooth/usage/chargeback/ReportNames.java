package com.contoso.tollbooth.usage.chargeback;

import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.LedgerScope;
import com.contoso.tollbooth.usage.ReportFiles;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Names that the same question always gets, and another question never. */
final class ReportNames {
  private ReportNames() {}

  static String allocation(AllocationQuery query) {
    return "chargeback-"
        + query.month()
        + enrollments(query.enrollments())
        + (query.version() == null ? "" : "-v" + query.version())
        + ReportFiles.suffix(query.rights())
        + ".csv";
  }

  static String breakdown(BreakdownQuery query) {
    LedgerScope scope = query.scope();
    return "breakdown-"
        + scope.from()
        + "-"
        + scope.to()
        + "-"
        + query.grain().name().toLowerCase(Locale.ROOT)
        + "-"
        + by(query.by())
        + (query.top() == 0 ? "" : "-top" + query.top())
        + (query.filter().equals(CostFilter.ALL) ? "" : "-" + mark(query.filter().toString()))
        + enrollments(scope.enrollments())
        + ReportFiles.suffix(scope.rights())
        + ".csv";
  }

  private static String by(Grouping by) {
    return switch (by) {
      case Grouping.ByField(var field) -> field.key().toLowerCase(Locale.ROOT);
      case Grouping.ByTag(var name) ->
          name.matches("[A-Za-z0-9]{1,40}") ? "tag-" + name : "tag-" + mark(name);
    };
  }

  private static String enrollments(Set<EnrollmentNumber> enrollments) {
    String names =
        enrollments.stream().sorted().map(EnrollmentNumber::value).collect(Collectors.joining("-"));
    return switch (enrollments.size()) {
      case 0 -> "";
      case 1 -> "-" + names;
      default -> "-" + mark(names);
    };
  }

  /** Texts that a file name cannot hold. */
  private static String mark(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString().substring(0, 8);
  }
}
