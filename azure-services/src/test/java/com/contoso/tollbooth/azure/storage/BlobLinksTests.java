package com.contoso.tollbooth.azure.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.credential.AccessToken;
import com.azure.core.util.Configuration;
import com.azure.storage.blob.BlobServiceClient;
import com.azure.storage.blob.BlobServiceClientBuilder;
import com.contoso.tollbooth.azure.testkit.Emulator;
import com.sun.net.httpserver.HttpExchange;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Mono;

/** Links that a managed identity signs; package tests fetch those of an account's key. */
class BlobLinksTests {
  private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

  private final Store store = new Store();
  private final BlobServiceClient client =
      new BlobServiceClientBuilder()
          .endpoint(store.address() + "/account")
          .configuration(Configuration.NONE)
          .credential(request -> Mono.just(new AccessToken("a-token", OffsetDateTime.MAX)))
          .buildClient();
  private final BlobLinks links =
      new BlobLinks(
          client,
          BlobLinks.Signature.byIdentity(client),
          new BlobLinkSettings(DataSize.ofBytes(1000), Duration.ofMinutes(5)),
          () -> NOON);

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void signsByAKeyThatHoldsNoLongerThanTheLink() {
    URI link = links.link("exports", "1001-bytes.csv").orElseThrow();

    assertThat(link.toString()).startsWith(store.address() + "/account/exports/1001-bytes.csv?");
    assertThat(link.getQuery())
        .contains("sp=r&", "se=2026-03-10T12:05:00Z", "skoid=" + Store.IDENTITY, "sig=")
        .contains("rscd=attachment; filename=\"1001-bytes.csv\"");
    assertThat(store.asked).contains("<Expiry>2026-03-10T12:05:00Z</Expiry>");
  }

  @Test
  void leavesSmallFilesToTheAnswer() {
    assertThat(links.link("exports", "1000-bytes.csv")).isEmpty();
    assertThat(links.link("exports", "gone.csv")).isEmpty();
  }

  /** Get Blob Properties, where a blob's name says how large it is, and Get User Delegation Key. */
  private static final class Store extends Emulator {
    private static final String IDENTITY = "6b1d0b5e-0000-4000-8000-000000000002";

    private volatile String asked = "";

    @Override
    protected Answer respond(HttpExchange exchange, byte[] body) {
      if (exchange.getRequestMethod().equals("HEAD")) {
        String name = exchange.getRequestURI().getPath().replaceAll(".*/", "");
        return name.endsWith("-bytes.csv")
            ? new Answer(
                200,
                Map.of("Content-Length", name.split("-", 2)[0], "x-ms-blob-type", "BlockBlob"),
                "")
            : new Answer(404, Map.of("x-ms-error-code", "BlobNotFound"), "");
      }
      asked = new String(body, StandardCharsets.UTF_8);
      return new Answer(
          200,
          Map.of("Content-Type", "application/xml"),
          """
          <?xml version="1.0" encoding="utf-8"?><UserDelegationKey>\
          <SignedOid>%s</SignedOid><SignedTid>%s</SignedTid>\
          <SignedStart>2026-03-10T12:00:00Z</SignedStart>\
          <SignedExpiry>2026-03-10T12:05:00Z</SignedExpiry>\
          <SignedService>b</SignedService><SignedVersion>2024-11-04</SignedVersion>\
          <Value>a2V5</Value></UserDelegationKey>"""
              .formatted(IDENTITY, IDENTITY));
    }
  }
}
