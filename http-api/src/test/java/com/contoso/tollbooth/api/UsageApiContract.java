package com.contoso.tollbooth.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.usage.LedgerReader;
import com.contoso.tollbooth.usage.LedgerScope;
import com.contoso.tollbooth.usage.UsageRights;
import com.contoso.tollbooth.usage.finance.MemoryFiles;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the usage part of the API does on every host that has entered {@link SampleUsage}. */
public abstract class UsageApiContract {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String MONTH = "/api/usage/months/2026-01/";
  private static final String BY_COST_CENTRE = "rules:\n  - charge: \"{costCenter}\"\n";

  private final HttpClient client = HttpClient.newHttpClient();

  /** Where the host answers, without the path. */
  protected abstract URI address();

  /** What the host's API is over. */
  protected abstract LedgerReader ledger();

  protected final HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address().resolve(path)).header("X-TollBooth", "1");
  }

  protected final HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  protected final JsonNode get(String path) throws Exception {
    return read(send(request(path)), 200);
  }

  protected final JsonNode post(String path, String json, int status) throws Exception {
    return read(
        send(
            request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))),
        status);
  }

  protected final HttpRequest.Builder put(String path, String json) {
    return request(path)
        .header("Content-Type", "application/json")
        .PUT(HttpRequest.BodyPublishers.ofString(json));
  }

  protected static JsonNode read(HttpResponse<byte[]> response, int status) {
    assertThat(response.statusCode()).as(new String(response.body())).isEqualTo(status);
    return JSON.readTree(response.body());
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }

  protected static Map<String, BigDecimal> sums(JsonNode rows, String amount) {
    var sums = new TreeMap<String, BigDecimal>();
    for (JsonNode row : rows) {
      assertThat(row.path(amount).isString()).as("money is text").isTrue();
      sums.merge(
          row.path("currency").asString(),
          new BigDecimal(row.path(amount).asString()),
          BigDecimal::add);
    }
    sums.replaceAll((currency, sum) -> sum.stripTrailingZeros());
    return sums;
  }

  /** The ledger's own totals of January, in January's currencies. */
  private Map<String, BigDecimal> totals() {
    var sums = new TreeMap<String, BigDecimal>();
    ledger()
        .rollups(
            LedgerScope.of(new UsageRights.All(), YearMonth.of(2026, 1)),
            rollup -> sums.merge(rollup.currency(), rollup.cost(), BigDecimal::add));
    sums.replaceAll((currency, sum) -> sum.stripTrailingZeros());
    return sums;
  }

  @Test
  void breaksAMonthDownToTheLastDigit() throws Exception {
    JsonNode all = get(MONTH + "breakdown?by=service&grain=day&top=2");
    assertThat(sums(all.path("rows"), "cost")).isEqualTo(totals());
    assertThat(sums(all.path("totals"), "cost")).isEqualTo(totals());
    assertThat(all.findValuesAsString("kind")).contains("GROUP", "OTHERS");

    JsonNode none = get(MONTH + "breakdown?by=resourceGroup&costCenter=&enrollment=100");
    assertThat(none.findValuesAsString("key")).containsOnly("rg-hub-prod", "rg-hub-test");

    JsonNode tagged = get(MONTH + "breakdown?by=subscription&tag:system=tollbooth");
    assertThat(tagged.findValuesAsString("key"))
        .containsExactlyInAnyOrder("sub-100-tolling", "sub-200-tolling", "sub-300-tolling");
  }

  @Test
  void pagesThroughEveryLineOnce() throws Exception {
    String path = MONTH + "lines?subscription=sub-100-web&resourceGroup=rg-web-prod&limit=100";
    var ids = new ArrayList<String>();
    String after = null;
    do {
      JsonNode page = get(after == null ? path : path + "&after=" + after);
      page.path("lines").forEach(line -> ids.add(line.path("day") + line.path("id").asString()));
      after = page.path("next").isNull() ? null : page.path("next").asString();
    } while (after != null);

    assertThat(ids).hasSize(31 * 5).doesNotHaveDuplicates();
  }

  @Test
  void findsTheLinesOfEachGroup() throws Exception {
    for (String by : List.of("department", "tag:system", "tag:SYSTEM", "costCenter")) {
      for (JsonNode row : get(MONTH + "breakdown?enrollment=100&by=" + by).path("rows")) {
        String asked = "enrollment=100&limit=500&" + by + "=" + encoded(row.path("key").asString());
        JsonNode narrowed = get(MONTH + "breakdown?by=service&" + asked);
        assertThat(sum(narrowed.path("rows"), "lines")).isEqualTo(row.path("lines").asLong());
        assertThat(countLines(asked)).as(asked).isEqualTo(row.path("lines").asLong());
      }
    }
  }

  private long countLines(String asked) throws Exception {
    long count = 0;
    JsonNode page = get(MONTH + "lines?" + asked);
    while (true) {
      count += page.path("lines").size();
      if (page.path("next").isNull()) {
        return count;
      }
      page = get(MONTH + "lines?" + asked + "&after=" + encoded(page.path("next").asString()));
    }
  }

  private static long sum(JsonNode rows, String name) {
    long sum = 0;
    for (JsonNode row : rows) {
      sum += row.path(name).asLong();
    }
    return sum;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void triesKeepsAndAppliesRules() throws Exception {
    String body = "{\"text\":%s,\"month\":\"2026-01\"}";
    String text = JSON.writeValueAsString(BY_COST_CENTRE);
    JsonNode effect = post("/api/usage/chargeback/preview", body.formatted(text), 200);
    assertThat(sums(effect.path("differences"), "change").values())
        .allSatisfy(sum -> assertThat(sum).isZero());
    assertThat(sums(effect.path("after").path("shares"), "amount")).isEqualTo(totals());

    JsonNode kept = post("/api/usage/chargeback/rules", "{\"text\":%s}".formatted(text), 200);
    int version = kept.path("version").asInt();
    JsonNode applied = post("/api/usage/chargeback/rules/" + version + "/apply", "", 200);
    assertThat(applied.path("current").path("text").asString()).isEqualTo(BY_COST_CENTRE);

    JsonNode charged = get(MONTH + "chargeback?limit=3");
    assertThat(charged.path("version").asInt()).isEqualTo(version);
    assertThat(sums(charged.path("shares"), "amount")).isEqualTo(totals());
    assertThat(charged.path("shares").findValuesAsString("target"))
        .contains("CC-tolling", "unallocated");
    assertThat(charged.path("unallocated")).hasSize(3);
    assertThat(charged.path("unallocatedCount").asInt()).isEqualTo(6);
  }

  @Test
  void saysWhichLinesOfARulesFileAreWrong() throws Exception {
    String wrong = JSON.writeValueAsString("rules:\n  - colour: red\n    charge: A\n");
    String body = "{\"text\":%s,\"month\":\"2026-01\"}".formatted(wrong);
    for (String path : List.of("/api/usage/chargeback/preview", "/api/usage/chargeback/rules")) {
      assertThat(post(path, body, 422).path("detail").asString()).startsWith("line 2:");
    }
    assertThat(get("/api/usage/chargeback/rules").toString()).doesNotContain("colour");
    post("/api/usage/chargeback/rules/4711/apply", "", 404);
    post("/api/usage/chargeback/rules/x/apply", "", 400);
    post("/api/usage/chargeback/preview", "{\"text\":\"rules: []\"}", 400);
    post("/api/usage/chargeback/rules", "{}", 400);
    String huge = "{\"text\":\"" + "#".repeat(1_000_001) + "\"}";
    post("/api/usage/chargeback/rules", huge, 413);
  }

  @Test
  void exportsWholeFilesWithTheirManifests() throws Exception {
    for (String kind : List.of("focus-csv", "breakdown-csv", "allocation-csv")) {
      JsonNode made =
          post(MONTH + "exports", "{\"kind\":" + quoted(kind) + ",\"grain\":\"day\"}", 200);
      String file = made.path("file").asString();
      HttpResponse<byte[]> bytes = send(request("/api/usage/exports/" + file));
      assertThat(MemoryFiles.sha256(bytes.body())).isEqualTo(made.path("sha256").asString());
      assertThat(new String(bytes.body()).lines().count())
          .isEqualTo(made.path("rows").asLong() + 1);
      assertThat(bytes.headers().firstValue("Content-Disposition"))
          .contains("attachment; filename=\"" + file + "\"");
      made.path("totals")
          .forEachEntry(
              (currency, total) ->
                  assertThat(new BigDecimal(total.asString()))
                      .isEqualByComparingTo(totals().get(currency)));
      assertThat(get("/api/usage/exports").path("exports").findValuesAsString("file"))
          .contains(file);
      assertThat(get("/api/usage/exports/" + file + ".manifest.json").path("file").asString())
          .isEqualTo(file);
    }
    assertThat(post(MONTH + "exports", "{\"kind\":\"pdf\"}", 400).path("detail").asString())
        .startsWith("'kind' is focus-csv");
    for (String none : List.of("none.csv", "..%5Cerrors%5Cx", ".hidden", "%2e%2e")) {
      assertThat(send(request("/api/usage/exports/" + none)).statusCode()).as(none).isIn(400, 404);
    }
  }

  @Test
  void tellsTrendMonthsJobsAndEnrollments() throws Exception {
    JsonNode trend = get(MONTH + "trend").path("trends");
    assertThat(sums(trend, "monthToDate")).isEqualTo(totals());
    assertThat(trend.path(0).path("days")).hasSize(31);
    assertThat(trend.path(0).path("lastMonthDays")).hasSize(31);
    assertThat(get(MONTH + "anomalies").path("anomalies").isArray()).isTrue();

    assertThat(get("/api/usage/months").path("months").findValuesAsString("month"))
        .contains("2025-12", "2026-01", "2026-02");
    HttpResponse<byte[]> enrollments = send(request("/api/usage/enrollments"));
    assertThat(new String(enrollments.body())).contains("Contoso 100").doesNotContain("secret");
    JsonNode jobs = get("/api/usage/jobs?enrollment=300&limit=1000").path("jobs");
    assertThat(jobs.findValuesAsString("enrollment"))
        .containsOnly("300")
        .hasSize(31 + 31 + 18 + 12);
  }

  @Test
  void tellsWhatAViewCosts() throws Exception {
    assertThat(get("/api/usage/views").path("views").findValuesAsString("name"))
        .contains("TollBooth");
    JsonNode months = get("/api/usage/views/TollBooth/cost").path("months");
    JsonNode tagged = get(MONTH + "breakdown?tag:system=tollbooth").path("totals");
    var january = new ArrayList<JsonNode>();
    months.forEach(
        month -> {
          if (month.path("month").asString().equals("2026-01")) {
            january.add(month);
          }
        });
    assertThat(sums(JSON.valueToTree(january), "cost")).isEqualTo(sums(tagged, "cost"));
    assertThat(send(request("/api/usage/views/Nobody/cost")).statusCode()).isEqualTo(404);
  }

  @Test
  void keepsAndRemovesViews() throws Exception {
    String path = "/api/usage/views/Web%20%26%20more";
    String filter = "{\"filter\":{\"subscription\":\"sub-100-web\",\"department\":\"\"}}";
    assertThat(read(send(put(path, filter)), 200).path("name").asString()).isEqualTo("Web & more");
    read(send(put(path, "{\"filter\":{\"subscription\":\"sub-100-web\"}}")), 200);

    JsonNode views = get("/api/usage/views").path("views");
    assertThat(views.findValuesAsString("name"))
        .containsOnlyOnce("Web & more")
        .contains("TollBooth");
    JsonNode web = get(MONTH + "breakdown?subscription=sub-100-web").path("totals");
    assertThat(sums(get(path + "/cost").path("months"), "cost"))
        .containsOnlyKeys(sums(web, "cost").keySet());

    for (int twice = 0; twice < 2; twice++) {
      assertThat(send(request(path).DELETE()).statusCode()).isEqualTo(204);
    }
    assertThat(get("/api/usage/views").toString()).doesNotContain("Web & more");
    assertThat(send(request(path + "/cost")).statusCode()).isEqualTo(404);
  }

  @Test
  void refusesWhatIsNoView() throws Exception {
    String before = get("/api/usage/views").toString();
    String good = "{\"filter\":{}}";
    for (String name : List.of("x".repeat(61), "%20x", "a%3Ab", "%E2%80%A8", ".x")) {
      String detail =
          read(send(put("/api/usage/views/" + name, good)), 400).path("detail").asString();
      assertThat(detail).as(name).startsWith("a view's name is 1 to 60");
    }
    Map<String, String> reasons =
        Map.of(
            "{}",
            "'filter' is missing",
            "[]",
            "the body is not",
            "{\"filter\":\"x\"}",
            "the body is not",
            "{\"filter\":{\"colour\":\"red\"}}",
            "'colour' is not known",
            "{\"filter\":{\"service\":null}}",
            "what 'service' has",
            "{\"filter\":{\"service\":\"" + "x".repeat(257) + "\"}}",
            "what 'service' has");
    for (var reason : reasons.entrySet()) {
      var answer = read(send(put("/api/usage/views/X", reason.getKey())), 400);
      assertThat(answer.path("detail").asString()).startsWith(reason.getValue());
    }
    assertThat(get("/api/usage/views").toString()).isEqualTo(before);
  }

  @Test
  void listsWhatMayBeTriedAgain() throws Exception {
    JsonNode errors = get("/api/usage/errors").path("errors");
    assertThat(errors.findValuesAsString("file")).contains(SampleUsage.REJECTED);
    assertThat(errors.findValuesAsString("reason")).contains("line 17: 32 January is no day");
    post("/api/usage/redrives", "{\"file\":\"../x\"}", 404);
    post("/api/usage/redrives", "{}", 400);
    post("/api/usage/days", "{\"enrollment\":\"1\",\"day\":\"1999-01-01\"}", 404);
    post("/api/usage/days", "{\"enrollment\":\"1\"}", 400);
  }

  @Test
  void explainsWhatItDoesNotUnderstand() throws Exception {
    for (String path :
        List.of(
            "months/2026-13/breakdown",
            "months/january/trend",
            MONTH.substring(11) + "breakdown?by=colour",
            MONTH.substring(11) + "breakdown?grain=year",
            MONTH.substring(11) + "breakdown?top=501",
            MONTH.substring(11) + "breakdown?top=many",
            MONTH.substring(11) + "lines?limit=501",
            MONTH.substring(11) + "lines?basis=GUESSED",
            MONTH.substring(11) + "chargeback?version=one",
            "jobs?limit=0",
            "jobs?enrollment=a/b")) {
      JsonNode problem = read(send(request("/api/usage/" + path)), 400);
      assertThat(problem.path("detail").asString()).as(path).isNotBlank();
      assertThat(problem.path("title").asString()).isEqualTo("Bad Request");
    }
  }
}
