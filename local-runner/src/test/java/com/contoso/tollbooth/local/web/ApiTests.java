package com.contoso.tollbooth.local.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.api.ApiContract;
import com.contoso.tollbooth.local.StubOcr;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The API over HTTP, with OCR that reads what a photo's comment says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiTests extends ApiContract {
  private ServletWebServerApplicationContext context;

  @BeforeAll
  void start(@TempDir Path home) {
    context = StubOcr.serve(home);
  }

  @AfterAll
  void stop() {
    context.close();
  }

  private int port() {
    return context.getWebServer().getPort();
  }

  @Override
  protected URI address() {
    return URI.create("http://127.0.0.1:" + port());
  }

  @Override
  protected byte[] photo(String plate, double confidence) {
    return StubOcr.photo(plate, confidence);
  }

  @Test
  void addsOnlyWhatTheOtherHostsHaveNot() {
    assertThat(
            context
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(pattern -> pattern.startsWith("/api/")))
        .containsOnly("/api/stream", "/api/mails", "/api/simulator");
  }

  @Test
  void keepsOtherSitesAway() throws Exception {
    var bare =
        HttpRequest.newBuilder(address().resolve("/api/exports"))
            .POST(HttpRequest.BodyPublishers.noBody());
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
}
