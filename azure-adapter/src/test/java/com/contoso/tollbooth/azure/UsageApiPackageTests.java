package com.contoso.tollbooth.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.util.BinaryData;
import com.azure.cosmos.CosmosClient;
import com.azure.storage.queue.models.QueueMessageItem;
import com.contoso.tollbooth.api.SampleUsage;
import com.contoso.tollbooth.api.UsageApiContract;
import com.contoso.tollbooth.azure.cosmos.CosmosStore;
import com.contoso.tollbooth.azure.items.RequestBudget;
import com.contoso.tollbooth.azure.storage.BlobUsageFiles;
import com.contoso.tollbooth.azure.storage.UsageFileSettings;
import com.contoso.tollbooth.azure.storage.UsageQueues;
import com.contoso.tollbooth.azure.testkit.CloudAround;
import com.contoso.tollbooth.azure.testkit.FunctionsHost;
import com.contoso.tollbooth.azure.testkit.HttpFrontEnd;
import com.contoso.tollbooth.azure.usage.CosmosEnrollments;
import com.contoso.tollbooth.azure.usage.CosmosJobLog;
import com.contoso.tollbooth.azure.usage.CosmosLedgerReader;
import com.contoso.tollbooth.azure.usage.CosmosUsageLedger;
import com.contoso.tollbooth.azure.usage.UsageStore;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.LedgerReader;
import com.contoso.tollbooth.usage.UsageFolder;
import com.contoso.tollbooth.usage.UsageReaders;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.JsonNode;

/**
 * The usage part of the API as the packaged app answers it, behind a gateway that names readers.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UsageApiPackageTests extends UsageApiContract {
  private static final String READERS =
      """
      readers:
        anna: all
        ben: [sub-100-hub]
      """;

  private CloudAround cloud;
  private CosmosClient client;
  private UsageStore store;
  private FunctionsHost host;
  private HttpFrontEnd anna;
  private HttpFrontEnd ben;
  private HttpFrontEnd nobody;

  @BeforeAll
  void start() throws IOException {
    cloud = new CloudAround();
    client = cloud.cosmosClient();
    store =
        new UsageStore(
            client.getDatabase(CosmosStore.DATABASE),
            new SimpleMeterRegistry(),
            RequestBudget.unlimited());
    cloud
        .container(AzureNames.FINANCE)
        .getBlobClient(UsageReaders.FILE)
        .upload(BinaryData.fromString(READERS));
    new SampleUsage(
            new CosmosUsageLedger(store, Clock.systemUTC(), Duration.ofHours(1)),
            new CosmosEnrollments(store),
            new CosmosJobLog(store),
            new BlobUsageFiles(cloud.blobs(), new UsageFileSettings(DataSize.ofMegabytes(1))))
        .enter();
    Map<String, String> settings = new HashMap<>(cloud.settings());
    settings.put("USAGE_RU_PER_SECOND", "10000");
    host = new FunctionsHost(settings, cloud.options());
    anna = new HttpFrontEnd(host, "X-TollBooth-Reader: anna");
    ben = new HttpFrontEnd(host, "X-TollBooth-Reader: ben");
    nobody = new HttpFrontEnd(host);
  }

  @AfterAll
  void stop() {
    anna.close();
    ben.close();
    nobody.close();
    host.close();
    client.close();
    cloud.close();
  }

  @Override
  protected URI address() {
    return anna.address();
  }

  @Override
  protected LedgerReader ledger() {
    return new CosmosLedgerReader(store);
  }

  @Test
  void showsEachReaderWhatHeMaySee() throws Exception {
    String path = "/api/usage/months/2026-01/breakdown?by=subscription";
    assertThat(read(ask(ben, path), 200).findValuesAsString("key")).containsExactly("sub-100-hub");
    assertThat(read(ask(nobody, path), 200).findValuesAsString("key")).isEmpty();
    assertThat(ask(ben, "/api/usage/jobs").statusCode()).isEqualTo(403);
    assertThat(ask(nobody, "/api/usage/chargeback/rules").statusCode()).isEqualTo(403);
  }

  @Test
  void handsOutAReportThatIsTooLargeForAnAnswerByALink() throws Exception {
    byte[] bytes = new byte[9_000_000];
    bytes[8_999_999] = 1;
    cloud
        .container(UsageFolder.REPORTS.folder())
        .getBlobClient("2026-01-large.csv")
        .upload(BinaryData.fromBytes(bytes), true);

    HttpResponse<byte[]> answer = ask(anna, "/api/usage/exports/2026-01-large.csv");
    assertThat(answer.statusCode()).isEqualTo(307);
    assertThat(answer.body()).isEmpty();
    assertThat(ask(anna, "/api/usage/exports/2026%2D01-large.csv").statusCode()).isEqualTo(307);
    assertThat(ask(ben, "/api/usage/exports/2026-01-large.csv").statusCode()).isEqualTo(404);
    assertThat(ask(nobody, "OPTIONS", "/api/usage/exports/2026-01-large.csv").headers().map())
        .doesNotContainKey("location");

    String link = answer.headers().firstValue("Location").orElseThrow();
    HttpResponse<byte[]> file = fetch(link);
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.body()).isEqualTo(bytes);
    assertThat(file.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"2026-01-large.csv\"");
    assertThat(fetch(link.replace("2026-01-large.csv", "another.csv")).statusCode())
        .as("the link is for this file alone")
        .isEqualTo(403);
    assertThat(fetch(link.replaceAll("[?].*", "")).statusCode()).isNotEqualTo(200);
  }

  private static HttpResponse<byte[]> fetch(String link) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(URI.create(link)).build(),
          HttpResponse.BodyHandlers.ofByteArray());
    }
  }

  private static HttpResponse<byte[]> ask(HttpFrontEnd as, String path) throws Exception {
    return ask(as, "GET", path);
  }

  private static HttpResponse<byte[]> ask(HttpFrontEnd as, String method, String path)
      throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(as.address().resolve(path))
              .method(method, HttpRequest.BodyPublishers.noBody())
              .header("X-TollBooth", "1")
              .build(),
          HttpResponse.BodyHandlers.ofByteArray());
    }
  }

  @Test
  void putsARunIntoTheQueueAndAnswers() throws Exception {
    JsonNode started =
        post("/api/usage/runs", "{\"enrollment\":\"100\",\"month\":\"2025-11\"}", 202)
            .path("started");
    assertThat(started).hasSize(1);
    List<QueueMessageItem> messages =
        cloud.queue(AzureNames.USAGE_FETCHES).receiveMessages(32).stream().toList();
    assertThat(messages)
        .map(message -> UsageQueues.fetch(message.getBody().toString()))
        .map(Fetch::month)
        .containsExactly(YearMonth.of(2025, 11));
    assertThat(new CosmosJobLog(store).newest(new EnrollmentNumber("100"), 1).getFirst().fetch())
        .isEqualTo(UsageQueues.fetch(messages.getFirst().getBody().toString()));
  }

  @Test
  void showsItsRunsAmongTheBatchJobs() throws Exception {
    JsonNode runs = get("/api/batch/executions?limit=100").path("executions");
    assertThat(runs.findValuesAsString("job")).contains("usage 100 2026-01", "usage 300 2026-02");
  }

  @Test
  void exportsFocusAsParquet() throws Exception {
    JsonNode made = post("/api/usage/months/2026-01/exports", "{\"kind\":\"focus-parquet\"}", 200);
    byte[] file = send(request("/api/usage/exports/" + made.path("file").asString())).body();
    assertThat(new String(file, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("PAR1");
    assertThat(file).hasSize(made.path("bytes").asInt());
  }
}
