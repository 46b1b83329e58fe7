package com.contoso.tollbooth.local.cli;

import static com.contoso.tollbooth.usage.StepFigures.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.JobLog;
import com.contoso.tollbooth.usage.JobRecord;
import com.contoso.tollbooth.usage.RunId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The usage pipeline as {@code ./tollbooth usage} runs it, over a report dropped by hand. */
class UsageCommandTests {
  private static final String LINE =
      """
      {"SubscriptionGuid":"sub-1","MeterId":"m-%d","InstanceID":"vm-1","Date":"%s",\
      "ConsumedQuantity":1.5,"ResourceRate":2,"ExtendedCost":3.00}""";

  @TempDir Path home;

  @BeforeEach
  void enroll() throws IOException {
    write(
        home.resolve("usage/enrollments/55.json"),
        """
        {"enrollmentNumber": "55", "description": "Roads", "accessKey": "", "source": "FOLDER",
         "detailedEnabled": "true", "summaryEnabled": "false", "currency": "EUR"}
        """);
  }

  private void drop(String... lines) throws IOException {
    Path report = home.resolve("usage/inbox/55/2026-02.json");
    write(report, "[" + String.join(",", lines) + "]");
    Files.setLastModifiedTime(
        report, FileTime.from(Instant.now().minus(Duration.ofMinutes(lines.length))));
  }

  @Test
  void fetchesAMonthMendsALineAndAppliesADayAgain() throws IOException {
    drop(
        LINE.formatted(1, "02/01/2026"),
        LINE.formatted(2, "02/01/2026"),
        LINE.formatted(3, "02/32/2026"));

    Output run = usage("run", "--enrollment", "55", "--month", "2026-02");
    assertThat(run.text()).contains("55           2026-02  done: 2 lines, 2 changed");
    assertThat(run.exit()).isZero();

    String errors = errors();
    write(
        home.resolve("usage/errors").resolve(errors),
        Files.readString(home.resolve("usage/errors").resolve(errors))
            .replace("02/32/2026", "02/28/2026"));
    Output again = usage("redrive", errors);
    assertThat(again.text()).contains("55           2026-02  done: 3 lines, 1 changed");
    assertThat(again.exit()).isZero();

    write(home.resolve("usage/pricesheets/55.csv"), "meterId,unitPrice,currency\nm-1,7,EUR\n");
    Output day = usage("reapply", "--enrollment", "55", "--day", "2026-02-01");
    assertThat(day.text()).contains("55           2026-02-01  unchanged: 2 lines, 0 changed");
    assertThat(day.exit()).isZero();
    assertThat(usage("status").text()).contains("55           2026-02  ");
  }

  @Test
  void finishesWhatAKilledProcessLeftBehind() throws IOException {
    drop(LINE.formatted(1, "02/01/2026"));
    var left =
        new Fetch(new EnrollmentNumber("55"), YearMonth.of(2026, 2), RunId.at(Instant.EPOCH));
    try (LocalApp app = offSchedule()) {
      app.bean(JobLog.class)
          .put(
              JobRecord.of(
                  "left", left, JobRecord.Step.CONTROL, null, Instant.EPOCH, null, RUNNING));
    }

    assertThat(usage("run").text()).contains("55           2026-02  done: 1 lines, 1 changed");
    try (LocalApp app = offSchedule()) {
      assertThat(app.bean(JobLog.class).unended()).isEmpty();
    }
  }

  @Test
  void aCommandThatOnlyLooksFetchesNothing() {
    usage("status");

    try (LocalApp app = offSchedule()) {
      assertThat(app.bean(JobLog.class).newest(null, 10)).isEmpty();
    }
  }

  @Test
  void aFetchThatIsCutOffByTheEndHasNotFailed() throws IOException {
    try (var source = new SilentSource()) {
      write(
          home.resolve("usage/enrollments/55.json"),
          """
          {"enrollmentNumber": "55", "accessKey": "key", "source": "LEGACY_EA",
           "detailedEnabled": "true"}
          """);
      var settings = Map.of("tollbooth.usage.sources.legacy", source.address());
      long closing;
      try (LocalApp app = LocalApp.inside(home, settings)) {
        source.awaitRequest();
        assertThat(app.bean(JobLog.class).unended()).isNotEmpty();
        closing = System.nanoTime();
      }
      assertThat(Duration.ofNanos(System.nanoTime() - closing))
          .as("the end waits for no fetch, which may take hours, nor interrupts it after a while")
          .isLessThan(Duration.ofSeconds(20));
    }

    try (LocalApp app = offSchedule()) {
      assertThat(app.bean(JobLog.class).newest(null, 100))
          .isNotEmpty()
          .noneMatch(step -> step.outcome() == JobRecord.Outcome.FAILED);
      assertThat(app.bean(JobLog.class).unended()).isNotEmpty();
    }
    assertThat(home.resolve("mailbox"))
        .satisfiesAnyOf(
            mailbox -> assertThat(mailbox).doesNotExist(),
            mailbox -> assertThat(mailbox).isEmptyDirectory());
  }

  private LocalApp offSchedule() {
    return LocalApp.inside(home, Map.of("tollbooth.schedules", "false"));
  }

  /** Takes a request and never answers. */
  private static final class SilentSource implements AutoCloseable {
    private final ServerSocket server;

    SilentSource() throws IOException {
      server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      server.setSoTimeout(60_000);
    }

    String address() {
      return "http://127.0.0.1:" + server.getLocalPort();
    }

    void awaitRequest() throws IOException {
      assertThat(server.accept().getInputStream().read()).isPositive();
    }

    @Override
    public void close() throws IOException {
      server.close();
    }
  }

  @Test
  void mailsWhatANewPriceChangesInAClosedMonth() throws IOException {
    drop(LINE.formatted(1, "02/01/2026").replace(",\"ResourceRate\":2,\"ExtendedCost\":3.00", ""));
    usage("run", "--enrollment", "55", "--month", "2026-02");
    assertThat(mails()).isEmpty();

    Path sheet = home.resolve("usage/pricesheets/55.csv");
    for (String price : List.of("7", "7", "9")) {
      write(sheet, "meterId,unitPrice,currency\nm-1," + price + ",EUR\n");
      assertThat(usage("reapply", "--enrollment", "55", "--day", "2026-02-01").exit()).isZero();
    }

    assertThat(String.join("\n", mails()))
        .containsOnlyOnce("after: +10.5")
        .containsOnlyOnce("after: +13.5");
    assertThat(mails()).hasSize(2);
  }

  private List<String> mails() throws IOException {
    Path folder = home.resolve("mailbox");
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(UsageCommandTests::text).filter(each -> each.contains("restated")).toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void saysWhatCouldNotBeDone() throws IOException {
    drop("{\"SubscriptionGuid\":\"sub-1\"", "");
    Output run = usage("run", "--enrollment", "55", "--month", "2026-02");
    assertThat(run.text()).contains("55           2026-02  failed: 0 lines, 0 changed; ");
    assertThat(run.exit()).isEqualTo(1);

    assertThat(usage("run", "--enrollment", "56").exit()).isNotZero();
    assertThat(usage("redrive", "none.ndjson").exit()).isNotZero();
    assertThat(usage("reapply", "--enrollment", "55", "--day", "1999-01-01").exit()).isNotZero();
  }

  private String errors() throws IOException {
    try (Stream<Path> files = Files.list(home.resolve("usage/errors"))) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith("-lines.ndjson"))
              .toList();
      assertThat(names).hasSize(1);
      return names.getFirst();
    }
  }

  private Output usage(String... arguments) {
    var bytes = new ByteArrayOutputStream();
    PrintStream out = System.out;
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      int exit =
          TollBooth.execute(
              Stream.of(
                      Stream.of("usage", arguments[0]),
                      Stream.of(arguments).skip(1),
                      Stream.of("--home", home.toString()))
                  .flatMap(each -> each)
                  .toArray(String[]::new));
      return new Output(exit, bytes.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
    }
  }

  private record Output(int exit, String text) {}

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
