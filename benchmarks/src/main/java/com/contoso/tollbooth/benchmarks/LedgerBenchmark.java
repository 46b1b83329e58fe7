package com.contoso.tollbooth.benchmarks;

import com.contoso.tollbooth.local.usage.UsageStoreConfiguration;
import com.contoso.tollbooth.usage.Cost;
import com.contoso.tollbooth.usage.Dimensions;
import com.contoso.tollbooth.usage.LedgerReader;
import com.contoso.tollbooth.usage.LedgerScope;
import com.contoso.tollbooth.usage.LinePage;
import com.contoso.tollbooth.usage.LineQuery;
import com.contoso.tollbooth.usage.UsageLine;
import com.contoso.tollbooth.usage.UsageRights;
import com.contoso.tollbooth.usage.ledger.DayOutcome;
import com.contoso.tollbooth.usage.ledger.UsageLedger;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/**
 * A day of usage lines into the ledger: new, unchanged and with a hundredth changed, each beside
 * deleting and inserting the day's lines as documents in one transaction of another SQLite file.
 * Then views of a month of a million lines, beside the 300 ms they may take.
 */
final class LedgerBenchmark {
  private static final YearMonth MONTH = YearMonth.of(2026, 2);
  private static final int LINES = Integer.getInteger("lines", 1_000_000);
  private static final int DAY_LINES = LINES / MONTH.lengthOfMonth();
  private static final int ROUNDS = 5;
  private static final double VIEW_SECONDS = 0.3;

  private LedgerBenchmark() {}

  static void run() throws Exception {
    try (Folder home = Folder.temporary();
        var context = context(home.path());
        Connection bare = bare(home.path())) {
      var ledger = context.getBean(UsageLedger.class);
      writes(ledger, bare);
      for (int day = 5; day <= MONTH.lengthOfMonth(); day++) {
        apply(ledger, day, 1, 0);
      }
      views(context.getBean(LedgerReader.class));
    }
  }

  private static void writes(UsageLedger ledger, Connection bare) throws Exception {
    List<UsageLine> plain = SampleUsage.day(MONTH.atDay(1), DAY_LINES, 0);
    List<Double> replaced = new ArrayList<>();
    for (int round = 0; round <= 3; round++) {
      double seconds = PipelineBenchmark.seconds(() -> replace(bare, plain));
      if (round > 0) {
        replaced.add(seconds);
      }
    }
    double theirs = PipelineBenchmark.median(replaced);
    List<Double> fresh = new ArrayList<>();
    apply(ledger, 1, 1, 0);
    for (int day = 2; day <= 4; day++) {
      fresh.add(apply(ledger, day, 1, 0).seconds);
    }
    List<Double> same = new ArrayList<>();
    List<Double> hundredth = new ArrayList<>();
    long written = 0;
    for (int round = 1; round <= ROUNDS; round++) {
      same.add(apply(ledger, 1, 2 * round, 1 - round % 2).seconds);
      Applied changed = apply(ledger, 1, 2 * round + 1, round % 2);
      hundredth.add(changed.seconds);
      written = changed.outcome.written();
    }
    print("a new day", fresh, theirs, "", 1, 2);
    print("an unchanged day", same, theirs, "", 1.0 / DAY_LINES, 2);
    print("a day of which 1 % changed", hundredth, theirs, "", (double) written / DAY_LINES, 2);
  }

  private static void print(
      String what, List<Double> ours, double theirs, String goal, double writes, double most) {
    double seconds = PipelineBenchmark.median(ours);
    Benchmarks.print(
        what + " into the ledger over delete and insert (rate)",
        theirs / seconds,
        goal,
        "%,.0f and %,.0f lines/s of %,d; %.5f and %.0f line writes a line"
            .formatted(DAY_LINES / seconds, DAY_LINES / theirs, DAY_LINES, writes, most));
  }

  private static Applied apply(UsageLedger ledger, int day, int run, int changed) throws Exception {
    LocalDate date = MONTH.atDay(day);
    var revision = SampleUsage.revision(run, date, SampleUsage.day(date, DAY_LINES, changed));
    long start = System.nanoTime();
    DayOutcome outcome = ledger.apply(revision);
    return new Applied((System.nanoTime() - start) / 1e9, outcome);
  }

  private record Applied(double seconds, DayOutcome outcome) {}

  private static void views(LedgerReader reader) throws Exception {
    var scope = LedgerScope.of(new UsageRights.All(), MONTH);
    view(
        "the month's rollups",
        () -> {
          int[] count = {0};
          reader.rollups(scope, each -> count[0]++);
          return count[0];
        });
    view("the first page", () -> pages(reader, scope, null, null, null, 1));
    view("a page of a cost centre", () -> pages(reader, scope, "cc-7", null, null, 1));
    view(
        "a page of a cost centre's storage",
        () -> pages(reader, scope, "cc-7", "Storage", null, 1));
    view(
        "a page of unrated lines, of which there are none",
        () -> pages(reader, scope, null, null, Cost.Basis.UNRATED, 1));
    view("fifty pages, one after the other", () -> pages(reader, scope, null, null, null, 50));
  }

  private static void view(String what, Callable<Integer> view) throws Exception {
    List<Double> seconds = new ArrayList<>();
    int rows = 0;
    List<Double> work = new ArrayList<>();
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    for (int round = 0; round <= ROUNDS; round++) {
      long worked = threads.getCurrentThreadCpuTime();
      long start = System.nanoTime();
      rows = view.call();
      if (round > 0) {
        seconds.add((System.nanoTime() - start) / 1e9);
        work.add((threads.getCurrentThreadCpuTime() - worked) / 1e6);
      }
    }
    double median = PipelineBenchmark.median(seconds);
    Benchmarks.print(
        what + " over 300 ms (time)",
        median / VIEW_SECONDS,
        "<= 1",
        "%.0f ms (%.0f ms of one core) for %,d rows of %,d lines, median of %d"
            .formatted(median * 1000, PipelineBenchmark.median(work), rows, LINES, ROUNDS));
  }

  @SuppressWarnings("NullAway")
  private static int pages(
      LedgerReader reader,
      LedgerScope scope,
      @Nullable String costCenter,
      @Nullable String service,
      Cost.@Nullable Basis basis,
      int pages) {
    int rows = 0;
    String after = null;
    for (int n = 0; n < pages; n++) {
      LinePage page =
          reader.page(new LineQuery(scope, meant(costCenter, service), basis, after, 100));
      rows += page.lines().size();
      after = page.next();
    }
    return rows;
  }

  private static @Nullable Predicate<Dimensions> meant(
      @Nullable String costCenter, @Nullable String service) {
    return costCenter == null && service == null
        ? null
        : each ->
            (costCenter == null || each.owner().costCenter().equals(costCenter))
                && (service == null || each.service().equals(service));
  }

  private static Connection bare(Path home) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("bare.db"));
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("PRAGMA synchronous = FULL");
      statement.execute("CREATE TABLE line (enrollment TEXT, day INTEGER, document TEXT)");
      statement.execute("CREATE INDEX line_by_day ON line (enrollment, day)");
    }
    connection.setAutoCommit(false);
    return connection;
  }

  private static Void replace(Connection bare, List<UsageLine> lines) throws SQLException {
    JsonMapper json = JsonMapper.shared();
    String enrollment = SampleUsage.ENROLLMENT.value();
    try (PreparedStatement delete =
            bare.prepareStatement("DELETE FROM line WHERE enrollment = ? AND day = ?");
        PreparedStatement insert = bare.prepareStatement("INSERT INTO line VALUES (?, ?, ?)")) {
      delete.setString(1, enrollment);
      delete.setLong(2, lines.getFirst().date().toEpochDay());
      delete.executeUpdate();
      for (UsageLine line : lines) {
        insert.setString(1, enrollment);
        insert.setLong(2, line.date().toEpochDay());
        insert.setString(3, json.writeValueAsString(line));
        insert.executeUpdate();
      }
      bare.commit();
    }
    return null;
  }

  private static ConfigurableApplicationContext context(Path home) {
    return new SpringApplicationBuilder(UsageStoreConfiguration.class, WallClock.class)
        .web(WebApplicationType.NONE)
        .run("--tollbooth.home=" + home, "--logging.level.root=error");
  }

  @Configuration(proxyBeanMethods = false)
  static class WallClock {
    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }
  }
}
