package com.contoso.tollbooth.usage.ledger;

import static com.contoso.tollbooth.usage.ledger.SampleLines.DAY;
import static com.contoso.tollbooth.usage.ledger.SampleLines.ENROLLMENT;
import static com.contoso.tollbooth.usage.ledger.SampleLines.day;
import static com.contoso.tollbooth.usage.ledger.SampleLines.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import com.contoso.tollbooth.usage.Cost;
import com.contoso.tollbooth.usage.Dimensions;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.LedgerLine;
import com.contoso.tollbooth.usage.LedgerReader;
import com.contoso.tollbooth.usage.LedgerScope;
import com.contoso.tollbooth.usage.LinePage;
import com.contoso.tollbooth.usage.LineQuery;
import com.contoso.tollbooth.usage.Rollup;
import com.contoso.tollbooth.usage.SubscriptionId;
import com.contoso.tollbooth.usage.UsageLine;
import com.contoso.tollbooth.usage.UsageRights;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every reader of a ledger promises. */
public abstract class LedgerReaderContract {
  private static final EnrollmentNumber OTHER = new EnrollmentNumber("200");
  private static final LedgerScope ALL =
      scope(new UsageRights.All(), Set.of(), DAY, DAY.plusDays(2));
  private static final int LINES = 3 * 60;
  private static final List<Map<String, String>> TAGS =
      List.of(
          Map.of("system", "tolling", "env", "a\"b'c%"),
          Map.of("System", "tolling"),
          Map.of("env", "prod"),
          Map.of());

  protected abstract UsageLedger ledger();

  protected abstract LedgerReader reader();

  /** Three days of 40 lines in one enrollment and 20 in another; both know sub-1. */
  @BeforeEach
  void fill() throws IOException {
    for (int n = 0; n < 3; n++) {
      LocalDate date = DAY.plusDays(n);
      ledger().apply(day(ENROLLMENT, date, 1, lines(date, 41, 0)));
      ledger().apply(day(ENROLLMENT, date, 2, lines(date, 40, 0)));
      ledger().apply(day(OTHER, date, 1, lines(date, 20, 1)));
    }
  }

  private static List<UsageLine> lines(LocalDate date, int count, int from) {
    List<UsageLine> lines = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      SampleLines.Builder line =
          line("sub-" + (from + n % 2), "vm-" + n, "1")
              .on(date)
              .costCenter("cc-" + n % 3)
              .group("group-" + n % 5)
              .service(n % 4 == 0 ? "Storage" : "Virtual Machines")
              .department(n % 6 == 0 ? "Roads" : "Tolls")
              .tags(TAGS.get(n % 4))
              .cost("0." + (n + 1));
      lines.add(n % 10 == 7 ? line.withoutCost().build() : line.build());
    }
    return lines;
  }

  @Test
  void givesEachLineOnceInOrder() {
    List<LedgerLine> lines = lines(ALL);

    assertThat(lines).hasSize(LINES).doesNotHaveDuplicates();
    assertThat(lines)
        .isSortedAccordingTo(
            Comparator.comparing((LedgerLine each) -> each.line().date())
                .thenComparing(each -> each.line().subscription())
                .thenComparing(LedgerLine::enrollment)
                .thenComparing(LedgerLine::id));
  }

  @Test
  void givesTheSamePageByPage() {
    assertThat(pages(query(ALL, 7))).isEqualTo(lines(ALL));
    assertThat(pages(query(ALL, LINES))).isEqualTo(lines(ALL));
  }

  @Test
  void filtersByWhatCostsAreCountedForByBasisAndByBoth() {
    assertFinds(each -> each.subscription().value().equals("sub-1"));
    assertFinds(each -> each.owner().costCenter().equals("cc-2"));
    assertFinds(each -> each.owner().costCenter().matches("cc-[12]"));
    assertFinds(each -> each.owner().department().equals("Roads"));
    assertFinds(each -> each.resourceGroup().equals("group-3"));
    assertFinds(each -> each.resourceGroup().equalsIgnoreCase("GROUP-4"));
    assertFinds(each -> each.service().startsWith("Stor"));
    assertFinds(each -> each.tag("SYSTEM").equals("tolling"));
    assertFinds(each -> each.tag("system").isEmpty());
    assertFinds(each -> each.tag("ENV").equals("a\"b'c%"));
    assertFinds(each -> true, Cost.Basis.UNRATED);
    assertFinds(
        each -> each.resourceGroup().equals("group-2") && each.service().startsWith("Virt"),
        Cost.Basis.UNRATED);
    assertThat(pages(query(ALL, each -> each.service().equals("none"), null, 7, null))).isEmpty();
  }

  private void assertFinds(Predicate<Dimensions> filter) {
    assertFinds(filter, null);
  }

  /** On pages that are smaller than a sheet and larger. */
  private void assertFinds(Predicate<Dimensions> filter, Cost.@Nullable Basis basis) {
    List<LedgerLine> meant =
        lines(ALL).stream()
            .filter(each -> basis == null || each.cost().basis() == basis)
            .filter(each -> filter.test(Dimensions.of(each.enrollment(), each.line())))
            .toList();
    assertThat(meant).isNotEmpty().hasSizeLessThan(LINES);
    for (int limit : new int[] {1, 7, 100}) {
      assertThat(pages(query(ALL, filter, basis, limit, null))).isEqualTo(meant);
    }
  }

  @Test
  void goesOnAfterALineThatIsGoneMeanwhile() throws IOException {
    LinePage first = reader().page(query(ALL, 10));
    ledger().apply(day(ENROLLMENT, DAY, 3, List.of()));

    List<LedgerLine> rest = new ArrayList<>();
    String after = first.next();
    while (after != null) {
      LinePage page = reader().page(query(ALL, null, null, 10, after));
      rest.addAll(page.lines());
      after = page.next();
    }
    assertThat(rest).isEqualTo(lines(ALL));
  }

  @Test
  void refusesACursorThatNoPageGave() {
    for (String after : List.of("x", "", "MS8y", "////")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> reader().page(query(ALL, null, null, 10, after)));
    }
  }

  @Test
  void sumsTheLinesOfEachDayByDimensionsAndCurrency() {
    List<Rollup> rollups = rollups(ALL);

    assertThat(rollups).extracting(Rollup::day).isSorted();
    assertThat(rollups)
        .extracting(each -> List.of(each.day(), each.dimensions(), each.currency()))
        .doesNotHaveDuplicates();
    assertThat(rollups.stream().mapToLong(Rollup::lines).sum()).isEqualTo(LINES);
    assertThat(rollups.stream().mapToLong(Rollup::unrated).sum()).isEqualTo(3 * 6);
    for (Rollup rollup : rollups) {
      List<LedgerLine> lines =
          lines(ALL).stream()
              .filter(each -> each.line().date().equals(rollup.day()))
              .filter(
                  each -> Dimensions.of(each.enrollment(), each.line()).equals(rollup.dimensions()))
              .toList();
      assertThat(lines).hasSize((int) rollup.lines());
      assertThat(lines.stream().map(each -> each.cost().amount()).reduce(BigDecimal::add))
          .hasValueSatisfying(sum -> assertThat(sum).isEqualByComparingTo(rollup.cost()));
    }
  }

  @Test
  void keepsTheSumsOfEachCurrencyInStepWithItsLines() throws IOException {
    ledger().apply(day(ENROLLMENT, DAY, 3, moneys("0.1234567890123456789012")));
    LedgerScope scope = scope(new UsageRights.All(), Set.of(ENROLLMENT), DAY, DAY);

    assertThat(costs(scope))
        .containsOnly(
            entry("sub-0 EUR", "0.1234567890123456789012"),
            entry("sub-0 USD", "-7.5"),
            entry("sub-1 EUR", "10000000000000000000000.01"));

    ledger().apply(day(ENROLLMENT, DAY, 4, moneys("0.2")));
    ledger().apply(day(ENROLLMENT, DAY, 5, moneys("0.3").subList(0, 3)));
    assertThat(costs(scope)).containsOnly(entry("sub-0 EUR", "0.3"), entry("sub-0 USD", "-7.5"));
    assertThat(rollups(scope)).extracting(Rollup::unrated).containsExactlyInAnyOrder(1L, 0L);

    ledger().apply(day(ENROLLMENT, DAY, 6, List.of()));
    assertThat(rollups(scope)).isEmpty();
  }

  /** Those of sub-0 share all dimensions. */
  private static List<UsageLine> moneys(String first) {
    return List.of(
        line("sub-0", "vm-1", "1").cost(first).build(),
        line("sub-0", "vm-2", "1").withoutCost().build(),
        line("sub-0", "vm-3", "1").cost("-7.5").currency("USD").build(),
        line("sub-1", "vm-4", "1").cost("10000000000000000000000.01").build());
  }

  private Map<String, String> costs(LedgerScope scope) {
    return rollups(scope).stream()
        .collect(
            Collectors.toMap(
                each -> each.dimensions().subscription() + " " + each.currency(),
                each -> each.cost().stripTrailingZeros().toPlainString()));
  }

  @Test
  void showsWhatBelongsToNoSubscriptionToThoseWhoSeeAllOrAreGivenIt() throws IOException {
    LocalDate date = DAY.plusDays(2);
    List<UsageLine> lines =
        List.of(
            line(SubscriptionId.NONE.value(), "", "1").on(date).cost("4500.25").build(),
            line("sub-0", "vm-1", "1").on(date).cost("1").build());
    ledger().apply(day(ENROLLMENT, date, 3, lines));
    ledger().apply(day(OTHER, date, 3, List.of()));
    LedgerScope all = scope(new UsageRights.All(), Set.of(), date, date);
    LedgerScope given =
        scope(new UsageRights.Only(Set.of(SubscriptionId.NONE)), Set.of(), date, date);
    LedgerScope others =
        scope(new UsageRights.Only(Set.of(new SubscriptionId("sub-0"))), Set.of(), date, date);

    assertThat(cost(all)).isEqualByComparingTo("4501.25");
    assertThat(cost(given)).isEqualByComparingTo("4500.25");
    assertThat(cost(others)).isEqualByComparingTo("1");
    assertThat(lines(all)).hasSize(2);
    assertThat(lines(others)).singleElement().matches(LedgerReaderContract::isOfSub0);
    assertThat(lines(given))
        .singleElement()
        .satisfies(each -> assertThat(each.line().subscription()).isEqualTo(SubscriptionId.NONE));
    assertThat(pages(query(all, isOf(SubscriptionId.NONE), null, 9, null))).isEqualTo(lines(given));
    assertThat(pages(query(others, isOf(SubscriptionId.NONE), null, 9, null))).isEmpty();
  }

  private BigDecimal cost(LedgerScope scope) {
    return rollups(scope).stream().map(Rollup::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Test
  void neverShowsAnothersSubscription() {
    var rights = new UsageRights.Only(Set.of(new SubscriptionId("sub-0")));
    LedgerScope mine = scope(rights, Set.of(), DAY, DAY.plusDays(2));

    assertThat(lines(mine)).hasSize(3 * 20).allMatch(LedgerReaderContract::isOfSub0);
    assertThat(rollups(mine))
        .isNotEmpty()
        .allMatch(each -> each.dimensions().subscription().value().equals("sub-0"));
    assertThat(pages(query(mine, 9))).isEqualTo(lines(mine));
    assertThat(pages(query(mine, each -> each.owner().costCenter().equals("cc-1"), null, 9, null)))
        .isNotEmpty()
        .allMatch(LedgerReaderContract::isOfSub0);
    assertThat(pages(query(mine, isOf(new SubscriptionId("sub-1")), null, 9, null))).isEmpty();
  }

  @Test
  void goesOnWithinItsRightsFromACursorOfAnother() {
    LinePage whole = reader().page(query(ALL, 30));
    LedgerScope mine =
        scope(
            new UsageRights.Only(Set.of(new SubscriptionId("sub-0"))),
            Set.of(),
            DAY,
            DAY.plusDays(2));

    assertThat(reader().page(query(mine, null, null, 500, whole.next())).lines())
        .allMatch(LedgerReaderContract::isOfSub0);
  }

  @Test
  void showsNothingToWhoMaySeeNothing() {
    LedgerScope none = scope(new UsageRights.Only(Set.of()), Set.of(), DAY, DAY);

    assertThat(lines(none)).isEmpty();
    assertThat(rollups(none)).isEmpty();
    assertThat(reader().page(query(none, 10)).lines()).isEmpty();
  }

  @Test
  void keepsToEnrollmentsAndDays() {
    LedgerScope other =
        scope(new UsageRights.All(), Set.of(OTHER), DAY.plusDays(1), DAY.plusDays(1));

    assertThat(lines(other)).hasSize(20).allMatch(each -> each.enrollment().equals(OTHER));
    assertThat(rollups(other))
        .isNotEmpty()
        .allMatch(each -> each.dimensions().enrollment().equals(OTHER))
        .allMatch(each -> each.day().equals(DAY.plusDays(1)));
    assertThat(pages(query(other, 6))).isEqualTo(lines(other));
  }

  private static boolean isOfSub0(LedgerLine line) {
    return line.line().subscription().value().equals("sub-0");
  }

  private List<LedgerLine> pages(LineQuery query) {
    List<LedgerLine> lines = new ArrayList<>();
    LinePage page = reader().page(query);
    lines.addAll(page.lines());
    while (page.next() != null) {
      assertThat(page.lines()).hasSize(query.limit());
      page =
          reader()
              .page(
                  new LineQuery(
                      query.scope(), query.filter(), query.basis(), page.next(), query.limit()));
      lines.addAll(page.lines());
    }
    return lines;
  }

  private List<LedgerLine> lines(LedgerScope scope) {
    List<LedgerLine> lines = new ArrayList<>();
    reader().lines(scope, lines::add);
    return lines;
  }

  private List<Rollup> rollups(LedgerScope scope) {
    List<Rollup> rollups = new ArrayList<>();
    reader().rollups(scope, rollups::add);
    return rollups;
  }

  private static LedgerScope scope(
      UsageRights rights, Set<EnrollmentNumber> enrollments, LocalDate from, LocalDate to) {
    return new LedgerScope(rights, enrollments, from, to);
  }

  private static Predicate<Dimensions> isOf(SubscriptionId subscription) {
    return each -> each.subscription().equals(subscription);
  }

  private static LineQuery query(LedgerScope scope, int limit) {
    return query(scope, null, null, limit, null);
  }

  private static LineQuery query(
      LedgerScope scope,
      @Nullable Predicate<Dimensions> filter,
      Cost.@Nullable Basis basis,
      int limit,
      @Nullable String after) {
    return new LineQuery(scope, filter, basis, after, limit);
  }
}
