package com.contoso.tollbooth.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.Enrollments;
import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.JobLog;
import com.contoso.tollbooth.usage.JobQuery;
import com.contoso.tollbooth.usage.JobRecord;
import com.contoso.tollbooth.usage.LedgerReader;
import com.contoso.tollbooth.usage.RunId;
import com.contoso.tollbooth.usage.StepFigures;
import com.contoso.tollbooth.usage.UsageFiles;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import tools.jackson.databind.JsonNode;

/** The usage part of the API over ports in memory. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UsageApiTests extends UsageApiContract {
  private AnnotationConfigApplicationContext context;
  private HttpFront http;

  @BeforeAll
  void start() throws Exception {
    context = new AnnotationConfigApplicationContext();
    context.register(FakedUsage.class);
    context.registerBean(
        Clock.class, () -> Clock.fixed(Instant.parse("2026-02-19T05:00:00Z"), ZoneOffset.UTC));
    context.refresh();
    new SampleUsage(
            context.getBean(MemoryLedger.class),
            context.getBean(Enrollments.class),
            context.getBean(JobLog.class),
            context.getBean(UsageFiles.class))
        .enter();
    http = new HttpFront(new TollBoothApi(context.getBeanProvider(Routes.class).stream().toList()));
  }

  @AfterAll
  void stop() {
    http.close();
    context.close();
  }

  @Override
  protected URI address() {
    return http.address();
  }

  @Override
  protected LedgerReader ledger() {
    return context.getBean(MemoryLedger.class);
  }

  private HttpResponse<byte[]> as(String reader, String path) throws Exception {
    return send(request(path).header("X-TollBooth-Reader", reader));
  }

  @Test
  void showsAReaderNoOtherSubscription() throws Exception {
    String month = "/api/usage/months/2026-01/";
    for (String path :
        List.of(
            "breakdown?by=subscription",
            "breakdown?by=service&subscription=sub-100-web",
            "chargeback",
            "trend",
            "anomalies",
            "lines?subscription=sub-100-web",
            "restatements")) {
      String seen = new String(as("sub-100-hub", month + path).body());
      assertThat(seen).as(path).doesNotContain("sub-100-web").doesNotContain("CC-web");
      String nothing = new String(as("nobody", month + path).body());
      assertThat(nothing).as(path).doesNotContain("EUR").doesNotContain("USD");
    }
    assertThat(read(as("sub-100-hub", month + "breakdown"), 200).findValuesAsString("key"))
        .containsExactly("sub-100-hub");
  }

  @Test
  void handsAPartOutToItsReaderAlone() throws Exception {
    String part = export("sub-100-hub");
    String whole = export("finance");
    String path = "/api/usage/exports/";

    assertThat(as("sub-100-hub", path + part).statusCode()).isEqualTo(200);
    assertThat(as("finance", path + part).statusCode()).isEqualTo(200);
    for (String reader : List.of("sub-100-web", "nobody")) {
      for (String file : List.of(part, whole, part + ".manifest.json", whole + ".manifest.json")) {
        assertThat(as(reader, path + file).statusCode()).as(file).isEqualTo(404);
      }
      assertThat(new String(as(reader, path).body())).doesNotContain(part).doesNotContain(whole);
    }
    assertThat(as("sub-100-hub", path + whole).statusCode()).isEqualTo(404);
    JsonNode mine = read(as("sub-100-hub", "/api/usage/exports"), 200).path("exports");
    assertThat(mine.findValuesAsString("file")).containsExactly(part);
  }

  private String export(String reader) throws Exception {
    var request =
        request("/api/usage/months/2026-01/exports")
            .header("X-TollBooth-Reader", reader)
            .header("Content-Type", "application/json")
            .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{\"kind\":\"focus-csv\"}"));
    return read(send(request), 200).path("file").asString();
  }

  @Test
  void letsNobodyRuleOverWhatHeDoesNotSee() throws Exception {
    for (String path :
        List.of("chargeback/rules", "chargeback/rules/1/apply", "redrives", "runs", "days")) {
      var request =
          request("/api/usage/" + path)
              .header("X-TollBooth-Reader", "sub-100-hub")
              .header("Content-Type", "application/json")
              .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}"));
      assertThat(send(request).statusCode()).as(path).isEqualTo(403);
    }
    for (String path : List.of("errors", "jobs", "enrollments")) {
      assertThat(as("sub-100-hub", "/api/usage/" + path).statusCode()).as(path).isEqualTo(403);
    }
    String view = "/api/usage/views/Mine";
    for (var request : List.of(put(view, "{\"filter\":{}}"), request(view).DELETE())) {
      assertThat(send(request.header("X-TollBooth-Reader", "sub-100-hub")).statusCode())
          .isEqualTo(403);
    }
    assertThat(get("/api/usage/views").toString()).doesNotContain("Mine");
    for (String path : List.of("months", "chargeback/rules")) {
      assertThat(as("sub-100-hub", "/api/usage/" + path).statusCode()).as(path).isEqualTo(200);
    }
    assertThat(as("nobody", "/api/usage/chargeback/rules").statusCode()).isEqualTo(403);
  }

  @Test
  void saysWhyItDoesNotTryAgain() throws Exception {
    var routes =
        new UsageErrorRoutes(
            new UsageErrors(context.getBean(UsageFiles.class)),
            name -> {
              throw new IllegalStateException(name + " is out of date");
            },
            context.getBean(UsageReader.class),
            Clock.systemUTC());
    try (var front = new HttpFront(new TollBoothApi(List.of(routes)))) {
      var request =
          java.net.http.HttpRequest.newBuilder(front.address().resolve("/api/usage/redrives"))
              .header("X-TollBooth", "1")
              .header("Content-Type", "application/json")
              .POST(
                  java.net.http.HttpRequest.BodyPublishers.ofString(
                      "{\"file\":\"" + SampleUsage.REJECTED + "\"}"));
      assertThat(read(send(request), 409).path("detail").asString())
          .isEqualTo(SampleUsage.REJECTED + " is out of date");
    }
  }

  @Test
  void triesAgainWhatIsThere() throws Exception {
    JsonNode again =
        post("/api/usage/redrives", "{\"file\":\"" + SampleUsage.REJECTED + "\"}", 202);
    assertThat(again.path("started").findValuesAsString("month")).containsExactly("2026-02");
    JsonNode run = post("/api/usage/runs", "{\"enrollment\":\"100\",\"month\":\"2026-01\"}", 202);
    assertThat(run.path("at").asString()).isEqualTo("2026-02-19T05:00:00Z");
    assertThat(run.path("started").findValuesAsString("run"))
        .containsExactly("20260301T041500123Z");
  }

  @Test
  void listsARunThatWasOvertakenAndNotWhatTheControllerSkipped() {
    var at = Instant.parse("2026-02-19T05:00:00Z");
    var aside = new Fetch(new EnrollmentNumber("100"), YearMonth.of(2026, 2), RunId.at(at));
    var skipped = new Fetch(new EnrollmentNumber("200"), YearMonth.of(2026, 2), RunId.at(at));
    StepFigures figures = StepFigures.of(JobRecord.Outcome.SKIPPED, "run 2 was begun since");
    List<JobRecord> records =
        List.of(
            JobRecord.of("1", aside, JobRecord.Step.CONTROL, null, at, at, figures),
            JobRecord.of("2", aside, JobRecord.Step.RETRIEVE, null, at, at, figures),
            JobRecord.of("3", skipped, JobRecord.Step.CONTROL, null, at, at, figures));

    assertThat(new UsageExecutions(query -> records).newest(9))
        .singleElement()
        .satisfies(
            run -> {
              assertThat(run.job()).isEqualTo("usage 100 2026-02");
              assertThat(run.status()).isEqualTo("COMPLETED");
              assertThat(run.exitMessage()).isEqualTo("run 2 was begun since");
            });
  }

  @Test
  void listsItsRunsAmongTheExports() throws Exception {
    JobLog jobLog = context.getBean(JobLog.class);
    var usage = new UsageExecutions(query -> jobLog.newest(query.enrollment(), query.limit()));
    var batch =
        new BatchRoutes(limit -> List.of(), id -> null, usage, context.getBean(UsageReader.class));
    try (var front = new HttpFront(new TollBoothApi(List.of(batch)))) {
      var request =
          java.net.http.HttpRequest.newBuilder(
              front.address().resolve("/api/batch/executions?limit=2"));
      JsonNode runs = read(send(request), 200).path("executions");
      assertThat(read(send(request.header("X-TollBooth-Reader", "sub-100-hub")), 200))
          .hasToString("{\"executions\":[]}");
      assertThat(runs.findValuesAsString("job")).hasSize(2);
      assertThat(runs.path(0).path("job").asString()).matches("usage [123]00 2026-02");
      assertThat(runs.path(0).path("status").asString()).isEqualTo("COMPLETED");
      assertThat(runs.path(0).path("restartable").asBoolean()).isFalse();
      assertThat(runs.path(0).path("id").isString()).isTrue();
      assertThat(runs.path(0).path("steps").findValuesAsString("name"))
          .startsWith("controlUsageBatch", "retrieveUsage", "splitUsage")
          .contains("processDailyUsage 2026-02-01")
          .endsWith("processDailyUsage 2026-02-18", "closeUsageRun");
    }
    assertThat(jobLog.newest(null, new JobQuery(null, 1_000).limit())).hasSizeLessThan(1_000);
  }
}
