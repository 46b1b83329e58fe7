package com.contoso.tollbooth.local.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.contoso.tollbooth.local.StubOcr;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API over HTTP, with OCR that reads what a photo's comment says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiTests {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpClient client = HttpClient.newHttpClient();
  private ServletWebServerApplicationContext context;

  @BeforeAll
  void start(@TempDir Path home) {
    context =
        (ServletWebServerApplicationContext)
            StubOcr.application(Map.of("tollbooth.home", home.toString(), "server.port", "0"))
                .run();
  }

  @AfterAll
  void stop() {
    context.close();
  }

  private int port() {
    return context.getWebServer().getPort();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
        .header("X-TollBooth", "1");
  }

  private HttpResponse<String> send(HttpRequest request) throws Exception {
    return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private JsonNode get(String path) throws Exception {
    HttpResponse<String> response = send(request(path).GET().build());
    assertThat(response.statusCode()).isEqualTo(200);
    return JSON.readTree(response.body());
  }

  private HttpResponse<String> post(String path, String json) throws Exception {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build());
  }

  private HttpResponse<String> put(String path, byte[] photo) throws Exception {
    return send(
        request("/api/photos/" + path).PUT(HttpRequest.BodyPublishers.ofByteArray(photo)).build());
  }

  /** Uploads and returns the passage's id. */
  private String upload(String path, byte[] photo) throws Exception {
    HttpResponse<String> response = put(path, photo);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    return JSON.readTree(response.body()).path("passageId").asString();
  }

  private JsonNode awaitState(String id, String state) {
    await().until(() -> get("/api/passages/" + id).path("state").asString().equals(state));
    try {
      return get("/api/passages/" + id);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void billsASurePlateWithTheNextExport() throws Exception {
    String id = upload("booth-1/sure.jpg", StubOcr.photo("KLT4711", 0.999));
    JsonNode passage = awaitState(id, "BILLABLE");
    assertThat(passage.path("plate").asString()).isEqualTo("KLT4711");
    assertThat(passage.path("source").asString()).isEqualTo("AUTOMATIC");

    JsonNode outcome = JSON.readTree(post("/api/exports", "{}").body());
    String file = outcome.path("files").path(0).asString();

    assertThat(outcome.path("status").asString()).isEqualTo("EXPORTED");
    assertThat(send(request("/api/exports/" + file).GET().build()).body())
        .contains(id + ",booth-1,")
        .contains(",KLT4711,TX,");
    awaitState(id, "EXPORTED");
  }

  @Test
  void takesTheSameUploadTwiceAsOne() throws Exception {
    byte[] photo = StubOcr.photo("KLT4712", 0.999);

    assertThat(upload("booth-1/twice.jpg", photo)).isEqualTo(upload("booth-1/twice.jpg", photo));
    assertThat(put("booth-1/twice.jpg", StubOcr.photo("KLT4713", 0.999)).statusCode())
        .isEqualTo(409);
  }

  @Test
  void failsWhatIsNoPhotoAndReplaysIt() throws Exception {
    String id = upload("booth-1/notes.jpg", "<script>".getBytes(StandardCharsets.UTF_8));
    assertThat(awaitState(id, "FAILED").path("why").asString()).startsWith("NOT_AN_IMAGE");

    HttpResponse<String> photo = send(request("/api/passages/" + id + "/photo").GET().build());
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
    upload("booth%201/ein%20Foto%20%C3%BC.jpg", StubOcr.photo("KLT4714", 0.999));

    assertThat(put("booth-1/..%2F..%2Fevil.jpg", new byte[9]).statusCode()).isEqualTo(400);
    assertThat(put("booth-1/" + "n".repeat(256) + ".jpg", new byte[9]).statusCode()).isEqualTo(400);
    assertThat(put("~/a.jpg", new byte[9]).statusCode()).isEqualTo(400);
  }

  @Test
  void lendsResolvesAndDefendsAReview() throws Exception {
    String id = upload("booth-1/doubt.jpg", StubOcr.photo("KLT4715", 0.2));
    awaitState(id, "REVIEW");
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
  void keepsOtherSitesAway() throws Exception {
    var bare =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/api/exports"))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    assertThat(send(bare).statusCode()).isEqualTo(403);
    assertThat(statusFor("evil.example")).contains(" 403 ");
    assertThat(statusFor("localhost")).contains(" 200 ");
  }

  private String statusFor(String host) throws IOException {
    try (var socket = new Socket("127.0.0.1", port())) {
      String request =
          "GET /api/overview HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readNBytes(40), StandardCharsets.US_ASCII);
    }
  }

  @Test
  void explainsWhatItDoesNotKnow() throws Exception {
    HttpResponse<String> unknown = send(request("/api/passages/" + "0".repeat(32)).GET().build());
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(send(request("/api/passages/nonsense").GET().build()).statusCode()).isEqualTo(400);
    assertThat(send(request("/api/passages?state=LOST").GET().build()).statusCode()).isEqualTo(400);
  }

  @Test
  void servesExactlyWhatItsDescriptionSays() throws Exception {
    Map<String, Map<String, Map<String, Object>>> document =
        new Yaml().load(send(request("/api/openapi.yaml").GET().build()).body());
    Set<String> described = new TreeSet<>();
    document
        .get("paths")
        .forEach(
            (path, methods) ->
                methods
                    .keySet()
                    .forEach(
                        method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path)));
    described.remove("GET /api/openapi.yaml");

    Set<String> served =
        context
            .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
            .getHandlerMethods()
            .keySet()
            .stream()
            .flatMap(
                mapping ->
                    mapping.getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith("/api/"))
                        .flatMap(
                            pattern ->
                                mapping.getMethodsCondition().getMethods().stream()
                                    .map(method -> method + " " + pattern)))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(served).isEqualTo(described);
  }
}
