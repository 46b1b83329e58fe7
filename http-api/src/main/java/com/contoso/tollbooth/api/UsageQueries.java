package com.contoso.tollbooth.api;

import com.contoso.tollbooth.usage.Dimensions;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.LedgerScope;
import com.contoso.tollbooth.usage.UsageRights;
import com.contoso.tollbooth.usage.chargeback.AllocationQuery;
import com.contoso.tollbooth.usage.chargeback.BreakdownQuery;
import com.contoso.tollbooth.usage.chargeback.CostFilter;
import com.contoso.tollbooth.usage.chargeback.Grouping;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads questions to finance's functions from a request; what it cannot read it refuses. */
final class UsageQueries {
  private static final Set<String> FIELDS =
      Set.of("costCenter", "department", "subscription", "resourceGroup", "service");

  private static final String TAG = "tag:";

  /** More rows than this nobody reads on a page; the CSV export has them all. */
  private static final int MOST_GROUPS = 500;

  private UsageQueries() {}

  static BreakdownQuery breakdown(Call call, UsageRights rights) {
    return new BreakdownQuery(
        UsageLedgerRoutes.scope(call, rights),
        filter(call),
        grain(call.parameter("grain")),
        by(call.parameter("by")),
        within("top", number("top", call.parameter("top"), 50), 1, MOST_GROUPS));
  }

  static AllocationQuery allocation(Call call, UsageRights rights) {
    return allocation(
        rights,
        UsageLedgerRoutes.month(call),
        call.parameter("enrollment"),
        version(call.parameter("version")));
  }

  static AllocationQuery allocation(
      UsageRights rights, YearMonth month, @Nullable String enrollment, @Nullable Integer version) {
    return new AllocationQuery(rights, month, enrollments(enrollment), version);
  }

  static Set<EnrollmentNumber> enrollments(@Nullable String number) {
    EnrollmentNumber one = UsageRunRoutes.enrollment(number);
    return one == null ? Set.of() : Set.of(one);
  }

  static LedgerScope scope(UsageRights rights, YearMonth month, @Nullable String enrollment) {
    return new LedgerScope(rights, enrollments(enrollment), month.atDay(1), month.atEndOfMonth());
  }

  /** The same limits as a breakdown's; {@code null} for none. */
  static @Nullable Predicate<Dimensions> lines(Call call) {
    CostFilter filter = filter(call);
    return filter.conditions().isEmpty() ? null : filter::includes;
  }

  /** An empty value asks for the costs that have no such thing. */
  private static CostFilter filter(Call call) {
    var texts = new TreeMap<String, String>();
    call.request()
        .query()
        .forEach(
            (name, value) -> {
              if (FIELDS.contains(name) || name.startsWith(TAG)) {
                texts.put(name, value);
              }
            });
    return filter(texts);
  }

  static CostFilter filter(@Nullable Map<String, String> texts) {
    return texts == null ? CostFilter.ALL : CostFilter.of(texts);
  }

  static Grouping by(@Nullable String by) {
    return Grouping.of(by == null ? "subscription" : by);
  }

  static BreakdownQuery.Grain grain(@Nullable String grain) {
    return switch (grain == null ? "month" : grain.toLowerCase(Locale.ROOT)) {
      case "month" -> BreakdownQuery.Grain.MONTH;
      case "day" -> BreakdownQuery.Grain.DAY;
      default -> throw new IllegalArgumentException("'grain' is day or month, not '" + grain + "'");
    };
  }

  private static @Nullable Integer version(@Nullable String version) {
    return version == null ? null : (Integer) number("version", version, 0);
  }

  static int number(String name, @Nullable String text, int otherwise) {
    try {
      return text == null ? otherwise : Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "'%s' is a whole number, not '%s'".formatted(name, text), e);
    }
  }

  static int within(String name, int number, int least, int most) {
    if (number < least || number > most) {
      throw new IllegalArgumentException(
          "'%s' is %d to %d, not %d".formatted(name, least, most, number));
    }
    return number;
  }
}
