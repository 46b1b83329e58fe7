package com.contoso.tollbooth.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the API does on every host, over HTTP. */
public abstract class ApiContract {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpClient client = HttpClient.newHttpClient();

  /** Where the host answers, without the path. */
  protected abstract URI address();

  /** A photo that the host's OCR reads as that plate with that confidence. */
  protected abstract byte[] photo(String plate, double confidence);

  /** Takes uploaded photos further, on a host that does not do it by itself. */
  protected void process() {}

  /** Whether this host does not serve a described path, as it tells of what it has not. */
  protected boolean leavesOut(String path) {
    return false;
  }

  protected final HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address().resolve(path)).header("X-TollBooth", "1");
  }

  protected final HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  protected final JsonNode get(String path) throws Exception {
    HttpResponse<String> response = send(request(path));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JSON.readTree(response.body());
  }

  protected final HttpResponse<String> post(String path, String json) throws Exception {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  private HttpResponse<String> put(String path, byte[] photo) throws Exception {
    return send(request("/api/photos/" + path).PUT(HttpRequest.BodyPublishers.ofByteArray(photo)));
  }

  /** Uploads and returns the passage's id. */
  protected final String upload(String path, byte[] photo) throws Exception {
    HttpResponse<String> response = put(path, photo);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    return JSON.readTree(response.body()).path("passageId").asString();
  }

  protected final JsonNode awaitState(String id, String state) {
    return await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () -> {
              process();
              return get("/api/passages/" + id);
            },
            passage -> passage.path("state").asString().equals(state));
  }

  @Test
  void billsASurePlateWithTheNextExport() throws Exception {
    String id = upload("booth-1/sure.jpg", photo("KLT4711", 0.999));
    JsonNode passage = awaitState(id, "BILLABLE");
    assertThat(passage.path("plate").asString()).isEqualTo("KLT4711");
    assertThat(passage.path("source").asString()).isEqualTo("AUTOMATIC");

    JsonNode outcome = JSON.readTree(post("/api/exports", "{}").body());
    String file = outcome.path("files").path(0).asString();

    assertThat(outcome.path("status").asString()).isEqualTo("EXPORTED");
    HttpResponse<String> csv = send(request("/api/exports/" + file));
    assertThat(csv.body()).contains(id + ",booth-1,").contains(",KLT4711,TX,");
    assertThat(csv.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"" + file + "\"");
    assertThat(get("/api/exports").path("exports").path(0).path("file").asString()).isEqualTo(file);
    awaitState(id, "EXPORTED");
  }

  @Test
  void takesTheSameUploadTwiceAsOne() throws Exception {
    byte[] photo = photo("KLT4712", 0.999);

    assertThat(upload("booth-1/twice.jpg", photo)).isEqualTo(upload("booth-1/twice.jpg", photo));
    assertThat(put("booth-1/twice.jpg", photo("KLT4713", 0.999)).statusCode()).isEqualTo(409);
  }

  @Test
  void keepsEveryByteOfAPhotoThatClaimsToBeAForm() throws Exception {
    byte[] photo = photo("KLT4717", 0.999);
    HttpResponse<String> response =
        send(
            request("/api/photos/booth-1/form.jpg")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(photo)));

    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    assertThat(upload("booth-1/form.jpg", photo))
        .isEqualTo(JSON.readTree(response.body()).path("passageId").asString());
  }

  @Test
  void givesAPhotoBackOnceToEachClient() throws Exception {
    byte[] photo = photo("KLT4716", 0.999);
    String path = "/api/passages/" + upload("booth-1/shown.jpg", photo) + "/photo";

    HttpResponse<byte[]> shown =
        client.send(request(path).build(), HttpResponse.BodyHandlers.ofByteArray());
    assertThat(shown.body()).isEqualTo(photo);
    assertThat(shown.headers().firstValue("Content-Type")).contains("image/jpeg");

    String tag = shown.headers().firstValue("ETag").orElseThrow();
    assertThat(send(request(path).header("If-None-Match", tag)).statusCode()).isEqualTo(304);
    assertThat(send(request(path).header("If-None-Match", "\"x\"")).statusCode()).isEqualTo(200);
  }

  @Test
  void failsWhatIsNoPhotoAndReplaysIt() throws Exception {
    String id = upload("booth-1/notes.jpg", "<script>".getBytes(StandardCharsets.UTF_8));
    assertThat(awaitState(id, "FAILED").path("why").asString()).startsWith("NOT_AN_IMAGE");

    HttpResponse<String> photo = send(request("/api/passages/" + id + "/photo"));
    assertThat(photo.headers().firstValue("Content-Type")).contains("application/octet-stream");
    assertThat(photo.headers().firstValue("X-Content-Type-Options")).contains("nosniff");

    JsonNode letters = get("/api/dead-letters").path("deadLetters");
    String letter = null;
    for (JsonNode each : letters) {
      letter = each.path("passageId").asString().equals(id) ? each.path("id").asString() : letter;
    }
    assertThat(post("/api/dead-letters/replay", "{\"ids\":[\"" + letter + "\"]}").body())
        .isEqualTo("{\"replayed\":1}");
    awaitState(id, "FAILED");
  }

  @Test
  void refusesAPhotoThatIsTooLarge() throws Exception {
    assertThat(put("booth-1/huge.jpg", new byte[20_000_001]).statusCode()).isEqualTo(413);
  }

  @Test
  void takesOddNamesAndRefusesOnesThatClimb() throws Exception {
    String id = upload("booth%201/ein%20Foto%20%C3%BC+1.jpg", photo("KLT4714", 0.999));
    assertThat(get("/api/passages/" + id).path("photoPath").asString())
        .isEqualTo("booth 1/ein Foto ü+1.jpg");

    assertThat(put("booth-1/..%2F..%2Fevil.jpg", new byte[9]).statusCode()).isEqualTo(400);
    assertThat(put("booth-1/" + "n".repeat(256) + ".jpg", new byte[9]).statusCode()).isEqualTo(400);
    assertThat(put("~/a.jpg", new byte[9]).statusCode()).isEqualTo(400);
  }

  @Test
  void lendsResolvesAndDefendsAReview() throws Exception {
    String id = upload("booth-1/doubt.jpg", photo("KLT4715", 0.2));
    awaitState(id, "REVIEW");
    assertThat(get("/api/reviews").path("open").asLong()).isPositive();
    assertThat(post("/api/reviews/claim", "{\"reviewer\":\"ana\"}").body()).contains(id);

    String entry = "{\"reviewer\":\"%s\",\"plate\":\"klt 4715\",\"jurisdiction\":\"TX\"}";
    String path = "/api/reviews/" + id + "/resolution";
    assertThat(post(path, entry.formatted("ben")).statusCode()).isEqualTo(409);
    assertThat(post(path, "{\"reviewer\":\"ana\",\"plate\":\"?!\"}").statusCode()).isEqualTo(422);
    assertThat(post(path, "{\"reviewer\":\"ana\"}").statusCode()).isEqualTo(422);
    assertThat(post(path, entry.formatted("ana")).statusCode()).isEqualTo(200);

    JsonNode passage = awaitState(id, "BILLABLE");
    assertThat(passage.path("plate").asString()).isEqualTo("KLT4715");
    assertThat(passage.path("source").asString()).isEqualTo("MANUAL");
  }

  @Test
  void showsCountsThatAddUp() throws Exception {
    JsonNode counts = get("/api/overview").path("counts");
    long sum = 0;
    for (String state :
        Set.of("received", "inOcr", "review", "billable", "unbillable", "exported", "failed")) {
      sum += counts.path(state).asLong();
    }
    assertThat(sum).isEqualTo(counts.path("total").asLong());
  }

  @Test
  void explainsWhatItDoesNotKnow() throws Exception {
    String path = "/api/passages/" + "0".repeat(32);
    HttpResponse<String> unknown = send(request(path));
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonNode problem = JSON.readTree(unknown.body());
    assertThat(problem.path("status").asInt()).isEqualTo(404);
    assertThat(problem.path("title").asString()).isEqualTo("Not Found");
    assertThat(problem.path("detail").asString()).isEqualTo("there is no passage with this id");
    assertThat(problem.path("instance").asString()).isEqualTo(path);

    assertThat(send(request("/api/passages/nonsense")).statusCode()).isEqualTo(400);
    assertThat(send(request("/api/passages?state=LOST")).statusCode()).isEqualTo(400);
    assertThat(send(request("/api/passages?limit=many")).statusCode()).isEqualTo(400);
    assertThat(send(request("/api/exports/none.csv")).statusCode()).isEqualTo(404);
    assertThat(send(request("/api/nothing")).statusCode()).isEqualTo(404);
  }

  @Test
  void refusesBodiesThatItCannotRead() throws Exception {
    for (String body : Set.of("", "null", "{", "[]", "{}", "{\"reviewer\":\"\"}")) {
      assertThat(post("/api/reviews/claim", body).statusCode()).as(body).isEqualTo(400);
    }
    HttpRequest.BodyPublisher claim = HttpRequest.BodyPublishers.ofString("{\"reviewer\":\"a\"}");
    assertThat(
            send(request("/api/reviews/claim").header("Content-Type", "text/plain").POST(claim))
                .statusCode())
        .isEqualTo(415);
  }

  /** Asked for a method that a path has not, the host names those that it has. */
  @Test
  void routesEveryOperationOfItsDescription() throws Exception {
    Map<String, Set<String>> described = OpenApi.operations();
    assertThat(described).hasSizeGreaterThan(10);
    described.keySet().removeIf(this::leavesOut);
    for (String path : described.keySet()) {
      Set<String> methods = described.get(path);
      String other =
          Stream.of("DELETE", "POST", "GET")
              .filter(method -> !methods.contains(method))
              .findFirst()
              .orElseThrow();
      HttpResponse<String> answer =
          send(
              request(path.replaceAll("\\{.*?}", "1"))
                  .method(other, HttpRequest.BodyPublishers.noBody()));
      assertThat(answer.statusCode()).as(other + " " + path).isEqualTo(405);
      assertThat(allowed(answer)).as(path).isEqualTo(methods);
    }
  }

  private static Set<String> allowed(HttpResponse<?> answer) {
    return answer.headers().allValues("Allow").stream()
        .flatMap(methods -> Stream.of(methods.split(",")))
        .map(method -> method.strip().toUpperCase(Locale.ROOT))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
