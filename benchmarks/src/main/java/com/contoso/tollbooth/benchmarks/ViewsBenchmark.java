package com.contoso.tollbooth.benchmarks;

import com.contoso.tollbooth.local.LocalApplication;
import com.contoso.tollbooth.usage.chargeback.SavedView;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Each request of the page "Usage" over loopback to the offline host, on a ledger of a million
 * lines, beside the 300 ms it may take. The host is started anew after the ledger is filled. The
 * CPU time is that of the whole process: server, client, compiler and collector.
 */
final class ViewsBenchmark {
  private static final int LINES = Integer.getInteger("lines", 1_000_000);
  private static final int ROUNDS = 5;
  private static final double MOST_MILLIS = 300;
  private static final String MONTH = "/api/usage/months/" + MonthsOfUsage.MONTH;
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final OperatingSystemMXBean MACHINE =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI address;

  private ViewsBenchmark(URI address) {
    this.address = address;
  }

  static void run() throws Exception {
    try (Folder home = Folder.temporary()) {
      try (var host = host(home.path())) {
        fill(host);
      }
      try (var host = host(home.path())) {
        new ViewsBenchmark(address(host)).views();
      }
    }
  }

  private static URI address(ServletWebServerApplicationContext host) {
    return URI.create("http://127.0.0.1:" + Objects.requireNonNull(host.getWebServer()).getPort());
  }

  @SuppressWarnings("unchecked")
  private static void fill(ServletWebServerApplicationContext host) throws Exception {
    new MonthsOfUsage(host, LINES).enter();
    ((Consumer<SavedView>) host.getBean("saveView"))
        .accept(new SavedView("One app", Map.of("tag:app", "app-7")));
    var bench = new ViewsBenchmark(address(host));
    String version =
        bench
            .ask("/api/usage/chargeback/rules", Map.of("text", SampleRules.of(40)))
            .get("version")
            .asString();
    bench.ask("/api/usage/chargeback/rules/" + version + "/apply", Map.of());
  }

  private void views() throws Exception {
    System.out.printf(
        "    views of %s: half of %,d lines, in a ledger of half a year and two enrollments%n",
        MonthsOfUsage.MONTH, LINES);
    view("the months", "/api/usage/months");
    view("the enrollments", "/api/usage/enrollments");
    view("the trend and its forecast", MONTH + "/trend");
    view("the trend of an enrollment", MONTH + "/trend?enrollment=100");
    view("the total", MONTH + "/breakdown?by=service&top=1");
    for (String by :
        List.of(
            "subscription", "costCenter", "department", "resourceGroup", "service", "tag:app")) {
      view("the month by " + by, MONTH + "/breakdown?top=50&by=" + by);
    }
    view("the days by service", MONTH + "/breakdown?top=50&grain=day&by=service");
    view("the days by resourceGroup", MONTH + "/breakdown?top=50&grain=day&by=resourceGroup");
    String inside = "subscription=00000000-0000-4000-8000-000000000007";
    view("a subscription by resourceGroup", MONTH + "/breakdown?top=50&by=resourceGroup&" + inside);
    view(
        "a service of it by tag", MONTH + "/breakdown?top=50&by=tag:env&service=Storage&" + inside);
    lines("lines", MONTH + "/lines?limit=50");
    lines("lines of a subscription", MONTH + "/lines?limit=50&" + inside);
    lines(
        "lines of a cost centre's storage",
        MONTH + "/lines?limit=50&costCenter=cc-7&service=Storage");
    lines("lines of a resource group", MONTH + "/lines?limit=50&resourceGroup=rg-507");
    view("unrated lines", MONTH + "/lines?limit=50&basis=UNRATED");
    view("chargeback and unallocated", MONTH + "/chargeback?limit=50");
    view("a preview of rules", "/api/usage/chargeback/preview", preview());
    view("the rules", "/api/usage/chargeback/rules");
    view("the anomalies", MONTH + "/anomalies");
    view(
        "the restatements of last month",
        "/api/usage/months/" + MonthsOfUsage.MONTH.minusMonths(1) + "/restatements");
    view("a saved view's cost", "/api/usage/views/One%20app/cost");
    view("the job log", "/api/usage/jobs?enrollment=100&limit=400");
    view("the errors", "/api/usage/errors");
    view("the exports", "/api/usage/exports");
  }

  private static Map<String, Object> preview() {
    return Map.of("text", SampleRules.of(39), "month", MonthsOfUsage.MONTH.toString());
  }

  /** The first page, and the one after twenty. */
  private void lines(String what, String path) throws Exception {
    view(what + ", first page", path);
    String after = null;
    for (int page = 0; page < 20; page++) {
      JsonNode next = ask(after == null ? path : path + "&after=" + after, null).get("next");
      after = next == null || next.isNull() ? after : next.asString();
    }
    view(what + ", a later page", path + "&after=" + after);
  }

  private void view(String what, String path) throws Exception {
    view(what, path, null);
  }

  private void view(String what, String path, @Nullable Object body) throws Exception {
    List<Double> millis = new ArrayList<>();
    List<Double> work = new ArrayList<>();
    for (int round = 0; round <= ROUNDS; round++) {
      long worked = MACHINE.getProcessCpuTime();
      millis.add(PipelineBenchmark.seconds(() -> send(path, body)) * 1000);
      work.add((MACHINE.getProcessCpuTime() - worked) / 1e6);
    }
    double first = millis.removeFirst();
    double firstWork = work.removeFirst();
    double median = PipelineBenchmark.median(millis);
    Benchmarks.print(
        what + " over 300 ms (time)",
        median / MOST_MILLIS,
        "<= 1",
        "%.0f ms, %.0f ms of one core, median of %d; the first %.0f ms, %.0f ms of one core; %,d bytes"
            .formatted(
                median,
                PipelineBenchmark.median(work),
                ROUNDS,
                first,
                firstWork,
                send(path, body).length));
  }

  private JsonNode ask(String path, @Nullable Object body)
      throws IOException, InterruptedException {
    return JSON.readTree(send(path, body));
  }

  private byte[] send(String path, @Nullable Object body) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(address.resolve(path)).header("X-TollBooth", "1");
    if (body != null) {
      request
          .header("Content-Type", "application/json")
          .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
    }
    HttpResponse<InputStream> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream in = answer.body()) {
      byte[] bytes = in.readAllBytes();
      if (answer.statusCode() >= 300) {
        throw new IOException(path + ": " + new String(bytes, StandardCharsets.UTF_8));
      }
      return bytes;
    }
  }

  private static ServletWebServerApplicationContext host(Path home) {
    return (ServletWebServerApplicationContext)
        new SpringApplicationBuilder(LocalApplication.class)
            .sources(Today.class)
            .run(
                "--tollbooth.home=" + home,
                "--tollbooth.schedules=false",
                "--server.port=0",
                "--spring.main.allow-bean-definition-overriding=true",
                "--logging.level.root=error");
  }

  @Configuration(proxyBeanMethods = false)
  static class Today {
    @Bean
    Clock clock() {
      return Clock.fixed(
          MonthsOfUsage.TODAY.atTime(9, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    }
  }
}
