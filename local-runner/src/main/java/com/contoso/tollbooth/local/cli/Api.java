package com.contoso.tollbooth.local.cli;

import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.JobLog;
import com.contoso.tollbooth.usage.JobRecord;
import com.contoso.tollbooth.usage.UsageWork;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The API of the TollBooth that holds a data folder: the one that runs there, else one started for
 * this command alone.
 */
final class Api implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final int port;
  private final @Nullable LocalApp own;

  private Api(int port, @Nullable LocalApp own) {
    this.port = port;
    this.own = own;
  }

  /**
   * One that is started does nothing by itself, such as a fetch that the command's end cuts off.
   */
  static Api of(Path home) {
    return of(home, Map.of("tollbooth.schedules", "false"));
  }

  /** One that is started also takes up what comes into its photo folder. */
  static Api atWork(Path home) {
    return of(home, Map.of());
  }

  private static Api of(Path home, Map<String, String> settings) {
    Optional<Integer> running = Home.portOf(home).filter(Api::answers);
    if (running.isPresent()) {
      return new Api(running.get(), null);
    }
    System.err.println(
        "tollbooth: no TollBooth runs on " + home + "; starting one for this command");
    LocalApp app = LocalApp.serve(home, 0, settings);
    return new Api(app.port(), app);
  }

  private static boolean answers(int port) {
    try {
      new Api(port, null).get("/api/overview");
      return true;
    } catch (CannotGoOn e) {
      return false;
    }
  }

  JsonNode get(String path) {
    return send(request(path).GET().build());
  }

  JsonNode post(String path, Object body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build());
  }

  /** Uploads a photo as a booth does. */
  void put(String booth, String name, byte[] photo, Map<String, String> headers)
      throws IOException {
    var request =
        request("/api/photos/" + encode(booth) + "/" + encode(name))
            .header("Content-Type", "image/jpeg")
            .PUT(HttpRequest.BodyPublishers.ofByteArray(photo));
    headers.forEach(request::header);
    try {
      send(request.build());
    } catch (CannotGoOn e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /**
   * Begins the usage runs that a killed process left behind, which are nobody's if the data folder
   * is this command's. A TollBooth that runs there has begun them.
   */
  List<JsonNode> takeUpUsageRuns() {
    if (own == null) {
      return List.of();
    }
    List<Fetch> left =
        own.bean(JobLog.class).unended().stream().map(JobRecord::fetch).distinct().toList();
    left.forEach(own.bean(UsageWork.class)::begin);
    return left.stream().map(Api::run).toList();
  }

  private static JsonNode run(Fetch fetch) {
    return JSON.valueToTree(
        Map.of(
            "enrollment", fetch.enrollment().value(),
            "month", fetch.month().toString(),
            "run", fetch.run().value()));
  }

  String address() {
    return "http://127.0.0.1:" + port;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address() + path))
        .timeout(Duration.ofMinutes(30))
        .header("X-TollBooth", "1");
  }

  private JsonNode send(HttpRequest request) {
    try {
      HttpResponse<String> response =
          client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      JsonNode body = response.body().isBlank() ? JSON.nullNode() : JSON.readTree(response.body());
      if (response.statusCode() >= 400) {
        throw new CannotGoOn(
            body.path("detail").asString("the request failed with " + response.statusCode()));
      }
      return body;
    } catch (ConnectException e) {
      throw new CannotGoOn("no TollBooth answers at " + address());
    } catch (IOException e) {
      throw new CannotGoOn("the TollBooth at " + address() + " broke off: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotGoOn("interrupted");
    }
  }

  private static String encode(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public void close() {
    client.close();
    if (own != null) {
      own.close();
    }
  }
}
