package com.contoso.tollbooth.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.plate.PhotoPath;
import com.contoso.tollbooth.plate.PhotoRefused;
import com.contoso.tollbooth.recognition.PhotoExists;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class TollBoothApiTests {
  @Test
  void routesEveryOperationOfItsDescriptionButThoseOfOneHost() throws IOException {
    // The functions are not called.
    var api =
        new TollBoothApi(
            List.of(
                new OverviewRoutes(null),
                new PhotoRoutes(null),
                new PassageRoutes(null, null, null),
                new ReviewRoutes(null, null, null, null, null),
                new ExportRoutes(null, null, null),
                new BatchRoutes(null, null, null, null),
                new RecoveryRoutes(null, null, null),
                new UsageRunRoutes(null, null, null, null, null, null),
                new UsageLedgerRoutes(null, null, null, null),
                new UsageCostRoutes(null, null, null),
                new UsageViewRoutes(null, null, null, null, null, null, null),
                new UsageTrendRoutes(null, null, null, null, null),
                new UsageRulesRoutes(null, null, null, null, null, null),
                new UsageReportRoutes(null, null, null, null, null),
                new UsageErrorRoutes(null, null, null, null)));
    Map<String, Set<String>> described = OpenApi.operations();
    described.keySet().removeAll(Set.of("/api/stream", "/api/mails", "/api/simulator"));

    assertThat(api.operations()).isEqualTo(described);
  }

  @Test
  void givesTheSegmentsOfThePathDecoded() throws IOException {
    var api = api(Route.get("/a/{x}/{y}", call -> ApiAnswer.json(call.variables())));

    assertThat(text(api.answer(request("GET", "/a/1+1%3B2/%C3%BC%20"))))
        .isIn("{\"x\":\"1+1;2\",\"y\":\"ü \"}", "{\"y\":\"ü \",\"x\":\"1+1;2\"}");
    assertThat(api.answer(request("GET", "/a/b%2Fc/d")).status()).isEqualTo(400);
    assertThat(api.answer(request("GET", "/a/%zz/d")).status()).isEqualTo(400);
    assertThat(api.answer(request("GET", "/a//d")).status()).isEqualTo(404);
    assertThat(api.answer(request("GET", "/a/b/d/")).status()).isEqualTo(404);
  }

  @Test
  void namesTheMethodsOfAPath() {
    var api =
        api(
            Route.post("/a", call -> ApiAnswer.empty(204, Map.of())),
            Route.get("/a", call -> ApiAnswer.empty(204, Map.of())));

    ApiAnswer refused = api.answer(request("PATCH", "/a"));
    assertThat(refused.status()).isEqualTo(405);
    assertThat(refused.headers()).containsEntry("Allow", "GET, POST");

    ApiAnswer options = api.answer(request("OPTIONS", "/a"));
    assertThat(options.status()).isEqualTo(200);
    assertThat(options.headers()).containsEntry("Allow", "GET, POST");
    assertThat(api.answer(request("OPTIONS", "/b")).status()).isEqualTo(404);
  }

  @Test
  void answersHeadAsGetWithoutTheBody() throws IOException {
    var closed = new AtomicBoolean();
    var body =
        new FilterInputStream(new ByteArrayInputStream(new byte[5])) {
          @Override
          public void close() {
            closed.set(true);
          }
        };
    var headers = Map.of("Content-Length", "5");
    var api = api(Route.get("/a", call -> new ApiAnswer(200, "text/csv", headers, body)));

    ApiAnswer answer = api.answer(request("HEAD", "/a"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers()).containsEntry("Content-Length", "5");
    assertThat(text(answer)).isEmpty();
    assertThat(closed).isTrue();
  }

  @Test
  void tellsWhatWentWrong() throws IOException {
    assertThat(statusOf(new IllegalArgumentException("no"))).isEqualTo(400);
    assertThat(statusOf(new PhotoExists(new PhotoPath("b/p.jpg")))).isEqualTo(409);
    assertThat(statusOf(new PhotoRefused(PhotoRefused.Reason.TOO_MANY_BYTES, ""))).isEqualTo(413);
    assertThat(statusOf(new PhotoRefused(PhotoRefused.Reason.EMPTY, ""))).isEqualTo(422);
    assertThat(statusOf(new IllegalStateException("secret"))).isEqualTo(500);
  }

  @Test
  void keepsTheCauseOfAFaultToItself() throws IOException {
    ApiAnswer answer =
        api(Route.get("/a", call -> fail(new IllegalStateException("secret"))))
            .answer(request("GET", "/a"));

    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    assertThat(text(answer))
        .isEqualTo(
            "{\"detail\":\"The request failed; the log says why.\",\"instance\":\"/a\","
                + "\"status\":500,\"title\":\"Internal Server Error\"}");
  }

  private static int statusOf(RuntimeException failure) {
    return api(Route.get("/a", call -> fail(failure))).answer(request("GET", "/a")).status();
  }

  private static ApiAnswer fail(RuntimeException failure) {
    throw failure;
  }

  private static TollBoothApi api(Route... routes) {
    return new TollBoothApi(List.of(() -> List.of(routes)));
  }

  private static ApiRequest request(String method, String path) {
    return new ApiRequest(method, path, Map.of(), Map.of(), InputStream.nullInputStream());
  }

  private static String text(ApiAnswer answer) throws IOException {
    return new String(answer.body().readAllBytes(), UTF_8);
  }
}
