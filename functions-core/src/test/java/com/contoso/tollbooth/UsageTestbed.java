package com.contoso.tollbooth;

import com.contoso.tollbooth.usage.AccessKey;
import com.contoso.tollbooth.usage.DayFile;
import com.contoso.tollbooth.usage.Enrollment;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.Enrollments;
import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.FinanceFiles;
import com.contoso.tollbooth.usage.JobLog;
import com.contoso.tollbooth.usage.JobRecord;
import com.contoso.tollbooth.usage.LedgerReader;
import com.contoso.tollbooth.usage.MemoryFinanceFiles;
import com.contoso.tollbooth.usage.MemoryJobLog;
import com.contoso.tollbooth.usage.MemoryUsageFiles;
import com.contoso.tollbooth.usage.SentMails;
import com.contoso.tollbooth.usage.UsageFiles;
import com.contoso.tollbooth.usage.UsageMails;
import com.contoso.tollbooth.usage.UsageReaders;
import com.contoso.tollbooth.usage.UsageWork;
import com.contoso.tollbooth.usage.control.UsagePlan;
import com.contoso.tollbooth.usage.control.UsageRequest;
import com.contoso.tollbooth.usage.finance.ListedLedger;
import com.contoso.tollbooth.usage.ledger.MemoryLedger;
import com.contoso.tollbooth.usage.ledger.RateCard;
import com.contoso.tollbooth.usage.ledger.RateCards;
import com.contoso.tollbooth.usage.ledger.UsageLedger;
import com.contoso.tollbooth.usage.retrieve.AccessKeys;
import com.contoso.tollbooth.usage.retrieve.ReportTags;
import com.contoso.tollbooth.usage.retrieve.ResolvedKey;
import com.contoso.tollbooth.usage.retrieve.Retrieval;
import com.contoso.tollbooth.usage.retrieve.UsageReports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The whole of the usage pipeline over memory, wired as the hosts wire it. */
final class UsageTestbed implements AutoCloseable {
  static final EnrollmentNumber ONE = new EnrollmentNumber("100-1");
  static final YearMonth MONTH = YearMonth.of(2026, 2);

  final MemoryJobLog log = new MemoryJobLog();
  final MemoryLedger ledger = new MemoryLedger();
  final SentMails mails = new SentMails();
  final MemoryUsageFiles files = new MemoryUsageFiles();
  final List<Fetch> begun = new ArrayList<>();
  final List<Enrollment> enrolled = new ArrayList<>(List.of(enrollment(ONE)));
  private final SetClock clock = new SetClock();
  private String report = "[]";
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();

  UsageTestbed() {
    context.registerBean("clock", Clock.class, () -> clock);
    context.registerBean("jobLog", JobLog.class, () -> log);
    context.registerBean("usageLedger", UsageLedger.class, () -> ledger);
    context.registerBean("ledgerReader", LedgerReader.class, () -> new ListedLedger(List.of()));
    context.registerBean("usageMails", UsageMails.class, () -> mails);
    context.registerBean("usageFiles", UsageFiles.class, () -> files);
    context.registerBean("enrollments", Enrollments.class, () -> new Enrolled(enrolled));
    context.registerBean("usageReports", UsageReports.class, () -> this::retrieve);
    context.registerBean("reportTags", ReportTags.class, Tags::new);
    context.registerBean(
        "accessKeys", AccessKeys.class, () -> enrollment -> new ResolvedKey("key", null));
    context.registerBean("rateCards", RateCards.class, () -> enrollment -> RateCard.NONE);
    context.registerBean("financeFiles", FinanceFiles.class, MemoryFinanceFiles::new);
    context.registerBean(
        "usageReaders", UsageReaders.class, () -> UsageReaders.named(new MemoryFinanceFiles()));
    context.registerBean("usageWork", UsageWork.class, () -> new Begun(begun));
    context.register(UsageFunctions.class);
    context.refresh();
  }

  private Retrieval retrieve(Enrollment enrollment, YearMonth month, UsageReports.Sink sink)
      throws IOException {
    sink.restart().write(report.getBytes(StandardCharsets.UTF_8));
    return new Retrieval.Whole("version");
  }

  @SuppressWarnings("unchecked")
  <T> T function(String name) {
    return (T) context.getBean(name);
  }

  void moveTo(String instant) {
    clock.now = Instant.parse(instant);
  }

  /** What the source has from now on: the cost of a line for each day of the month. */
  void serve(int... costs) {
    List<String> lines = new ArrayList<>();
    for (int day = 1; day <= costs.length; day++) {
      lines.add(
          """
          {"SubscriptionGuid":"sub-1","MeterId":"m-1","Date":"%s","ConsumedQuantity":1,\
          "ExtendedCost":%d}"""
              .formatted(MONTH.atDay(day), costs[day - 1]));
    }
    report = "[" + String.join(",", lines) + "]";
  }

  /** Claims the month, a second after what was done last. */
  Fetch claim() {
    clock.now = clock.now.plus(Duration.ofSeconds(1));
    Function<UsageRequest, UsagePlan> claimFetches = function("claimFetches");
    return claimFetches.apply(new UsageRequest.Asked(ONE, MONTH)).fetches().getFirst();
  }

  /** What the controller finds to do. */
  UsagePlan control() {
    clock.now = clock.now.plus(Duration.ofSeconds(1));
    Function<UsageRequest, UsagePlan> startUsage = function("startUsage");
    return startUsage.apply(new UsageRequest.Due());
  }

  /** The claim of a run as the job log has it. */
  JobRecord claimOf(Fetch fetch) {
    return log.run(fetch.enrollment(), fetch.month(), fetch.run()).stream()
        .filter(each -> each.step() == JobRecord.Step.CONTROL)
        .findFirst()
        .orElseThrow();
  }

  /** A day's step of a run as the job log has it. */
  JobRecord processed(Fetch fetch, int day) {
    return log.run(fetch.enrollment(), fetch.month(), fetch.run()).stream()
        .filter(each -> MONTH.atDay(day).equals(each.day()))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    context.close();
  }

  static Enrollment enrollment(EnrollmentNumber number) {
    return new Enrollment(
        number,
        "Roads",
        new AccessKey.Plain("key"),
        Enrollment.ReportSource.FOLDER,
        true,
        false,
        Map.of());
  }

  private record Begun(List<Fetch> fetches) implements UsageWork {
    @Override
    public void begin(Fetch fetch) {
      fetches.add(fetch);
    }

    @Override
    public void begin(DayFile day) {
      throw new AssertionError("no day is asked for");
    }
  }

  private record Enrolled(List<Enrollment> all) implements Enrollments {
    @Override
    public Optional<Enrollment> find(EnrollmentNumber number) {
      return all.stream().filter(each -> each.number().equals(number)).findFirst();
    }

    @Override
    public void put(Enrollment enrollment) {
      all.add(enrollment);
    }
  }

  private static final class Tags implements ReportTags {
    private final Map<String, String> kept = new TreeMap<>();

    @Override
    public Optional<String> find(EnrollmentNumber enrollment, YearMonth month, Kind kind) {
      return Optional.ofNullable(kept.get(enrollment + " " + month + kind));
    }

    @Override
    public void keep(EnrollmentNumber enrollment, YearMonth month, Kind kind, String tag) {
      kept.put(enrollment + " " + month + kind, tag);
    }

    @Override
    public void forget(EnrollmentNumber enrollment, YearMonth month, Kind kind) {
      kept.remove(enrollment + " " + month + kind);
    }
  }

  private static final class SetClock extends Clock {
    private Instant now = Instant.parse("2026-03-15T04:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(@Nullable ZoneId zone) {
      return this;
    }
  }
}
