package com.contoso.tollbooth.local.usage.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contoso.tollbooth.usage.AccessKey;
import com.contoso.tollbooth.usage.Enrollment;
import com.contoso.tollbooth.usage.Enrollment.ReportSource;
import com.contoso.tollbooth.usage.retrieve.ReportTags;
import com.contoso.tollbooth.usage.retrieve.Retrieval;
import com.contoso.tollbooth.usage.retrieve.SinkInMemory;
import com.contoso.tollbooth.usage.retrieve.UsageAccessRefused;
import com.contoso.tollbooth.usage.retrieve.UsageSourceUnavailable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a report when its source is not well. */
class SourceFaultsTests {
  @TempDir Path inbox;
  SimulatedServices services;
  final SinkInMemory sink = new SinkInMemory();

  @BeforeEach
  void start() throws IOException {
    services = new SimulatedServices(inbox);
  }

  @AfterEach
  void stop() {
    services.close();
  }

  private Retrieval retrieve(ReportSource source) throws IOException {
    return retrieve(source, Map.of());
  }

  private Retrieval retrieve(ReportSource source, Map<String, String> settings) throws IOException {
    return services
        .reports(settings)
        .retrieve(services.enrollment(source), SimulatedServices.MONTH, sink);
  }

  private void assertWhole(ReportSource source, Retrieval retrieval) {
    assertThat(retrieval).isInstanceOf(Retrieval.Whole.class);
    long lines =
        switch (source) {
          case LEGACY_EA, FOLDER -> SimulatedServices.linesOfJson(sink.bytes(), "InstanceId");
          case CONSUMPTION_V2, CONSUMPTION_V3 ->
              SimulatedServices.linesOfJson(sink.bytes(), "instanceId");
          case COST_DETAILS -> SimulatedServices.linesOfCsv(sink.bytes());
        };
    assertThat(lines).isEqualTo(services.lines(source)).isPositive();
  }

  @ParameterizedTest
  @EnumSource(value = ReportSource.class, mode = Mode.EXCLUDE, names = "FOLDER")
  void aShortWaitIsWaited(ReportSource source) throws IOException {
    services.server.fail(new Fault.Throttled("0"));
    services.server.fail(new Fault.Unavailable());
    assertWhole(source, retrieve(source));
  }

  @ParameterizedTest
  @ValueSource(strings = {"120", "Fri, 20 Feb 2026 06:02:00 GMT"})
  void aLongWaitIsLeftToWhoeverAsked(String retryAfter) {
    services.server.fail(new Fault.Throttled(retryAfter));
    assertThatThrownBy(() -> retrieve(ReportSource.CONSUMPTION_V3))
        .hasMessageContaining("429")
        .isInstanceOfSatisfying(
            UsageSourceUnavailable.class,
            thrown -> assertThat(thrown.retryAfter()).isEqualTo(Duration.ofSeconds(120)));
    assertThat(sink.starts()).isZero();
  }

  @Test
  void aSourceThatStaysDownIsUnavailable() {
    for (int attempt = 0; attempt < 4; attempt++) {
      services.server.fail(new Fault.Unavailable());
    }
    assertThatThrownBy(() -> retrieve(ReportSource.LEGACY_EA))
        .isInstanceOf(UsageSourceUnavailable.class)
        .hasMessageContaining("503");
  }

  @Test
  void aSourceThatDoesNotAnswerIsUnavailable() {
    services.server.close();
    assertThatThrownBy(() -> retrieve(ReportSource.LEGACY_EA))
        .isInstanceOf(UsageSourceUnavailable.class)
        .hasMessageContaining("does not answer");
  }

  @ParameterizedTest
  @EnumSource(value = ReportSource.class, mode = Mode.EXCLUDE, names = "FOLDER")
  void aRefusalNamesTheEnrollmentAndTheExpiryButNotTheKey(ReportSource source) {
    Enrollment enrollment = services.enrollment(source);
    String key = ((AccessKey.Plain) enrollment.accessKey()).key();
    services.simulator.moveTo(LocalDate.of(2036, 1, 1));
    assertThatThrownBy(() -> retrieve(source))
        .isInstanceOf(UsageAccessRefused.class)
        .hasMessageContaining(enrollment.number().value())
        .hasMessageContaining("2035-01-01T00:00:00Z")
        .hasNoCause()
        .satisfies(thrown -> assertThat(thrown.toString()).doesNotContain(key));
  }

  @ParameterizedTest
  @EnumSource(
      value = Terms.Resumption.class,
      names = {"BY_RANGE", "BY_VERSION"})
  void whatTheSourceVouchesForGoesOnWhereItBroke(Terms.Resumption resumption) throws IOException {
    services.server.agree(SimulatedServices.TERMS.with(resumption));
    services.server.fail(new Fault.Broken(90));
    services.server.fail(new Fault.Broken(95));
    assertWhole(ReportSource.LEGACY_EA, retrieve(ReportSource.LEGACY_EA));
    assertThat(sink.starts()).isEqualTo(1);
  }

  @Test
  void whatNobodyVouchesForIsBegunAnew() throws IOException {
    services.server.agree(SimulatedServices.TERMS.with(Terms.Resumption.NONE));
    services.server.fail(new Fault.Broken(90));
    assertWhole(ReportSource.LEGACY_EA, retrieve(ReportSource.LEGACY_EA));
    assertThat(sink.starts()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(value = ReportSource.class, mode = Mode.EXCLUDE, names = "FOLDER")
  void halfAReportIsNeverCalledWhole(ReportSource source) {
    services.server.agree(SimulatedServices.TERMS.with(Terms.Resumption.NONE));
    for (int body = 0; body < 4; body++) {
      services.server.fail(new Fault.Broken(90));
    }
    assertThatThrownBy(() -> retrieve(source))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(services.enrollment(source).number().value())
        .hasMessageContaining("broke off");
  }

  @Test
  void aSourceThatFallsSilentCountsAsBroken() throws IOException {
    services.server.fail(new Fault.Slow(Duration.ofMinutes(1)));
    Retrieval retrieval = retrieve(ReportSource.LEGACY_EA, Map.of("read-timeout", "3s"));
    assertWhole(ReportSource.LEGACY_EA, retrieval);
  }

  @ParameterizedTest
  @ValueSource(strings = {"blobCount", "byteCount", "dataRowCount"})
  void aManifestThatDisagreesIsNotTaken(String count) throws IOException {
    services.server.fail(new Fault.Miscounted(count));
    assertThatThrownBy(() -> retrieve(ReportSource.COST_DETAILS))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(count);
    assertWhole(ReportSource.COST_DETAILS, retrieve(ReportSource.COST_DETAILS));
  }

  @Test
  void anOrderedReportIsCollectedLaterAndNotOrderedAgain() throws IOException {
    services.server.agree(new Terms(100, 3, 1, 60, Terms.Resumption.BY_RANGE));
    assertThatThrownBy(() -> retrieve(ReportSource.COST_DETAILS))
        .isInstanceOfSatisfying(
            UsageSourceUnavailable.class,
            thrown -> assertThat(thrown.retryAfter()).isEqualTo(Duration.ofSeconds(60)));
    services.simulator.moveTo(SimulatedServices.AS_OF.plusDays(5));
    assertThatThrownBy(() -> retrieve(ReportSource.COST_DETAILS))
        .isInstanceOf(UsageSourceUnavailable.class);
    Retrieval collected = retrieve(ReportSource.COST_DETAILS);
    services.simulator.moveTo(SimulatedServices.AS_OF);
    assertWhole(ReportSource.COST_DETAILS, collected);
  }

  @ParameterizedTest
  @EnumSource(
      value = ReportSource.class,
      names = {"CONSUMPTION_V2", "CONSUMPTION_V3"})
  void whatIsStoredIsNotFetchedAgainUntilItChanges(ReportSource source) throws IOException {
    Retrieval.Whole first = (Retrieval.Whole) retrieve(source);
    assertWhole(source, retrieve(source));
    services.tags.keep(
        services.enrollment(source).number(),
        SimulatedServices.MONTH,
        ReportTags.Kind.VERSION,
        first.version());
    assertThat(retrieve(source)).isEqualTo(new Retrieval.NotModified());
    services.simulator.moveTo(SimulatedServices.AS_OF.plusDays(1));
    assertWhole(source, retrieve(source));
  }

  @Test
  void aMonthCanBeAskedForByItsDates() throws IOException {
    assertWhole(
        ReportSource.CONSUMPTION_V3,
        retrieve(ReportSource.CONSUMPTION_V3, Map.of("consumption-by", "CUSTOM_DATES")));
  }

  @Test
  void moreThanTheLimitIsNotTaken() {
    for (ReportSource source : List.of(ReportSource.LEGACY_EA, ReportSource.COST_DETAILS)) {
      assertThatThrownBy(() -> retrieve(source, Map.of("max-report", "100KB")))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("limit");
    }
    assertThatThrownBy(() -> retrieve(ReportSource.CONSUMPTION_V3, Map.of("max-pages", "3")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("more than 3 pages");
  }

  @ParameterizedTest
  @EnumSource(value = ReportSource.class, mode = Mode.EXCLUDE, names = "FOLDER")
  void linesThatCannotBeReadArriveAsTheyAre(ReportSource source) throws IOException {
    services.simulator.poison(services.enrollment(source).number(), SimulatedServices.MONTH);
    assertWhole(source, retrieve(source));
    assertThat(new String(sink.bytes(), StandardCharsets.UTF_8))
        .containsAnyOf("02/32/2026", "2026-02-32")
        .contains(Poison.NO_QUANTITY);
  }
}
