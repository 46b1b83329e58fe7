package com.contoso.tollbooth.local.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.api.ApiContract;
import com.contoso.tollbooth.azure.AzureNames;
import com.contoso.tollbooth.local.StubOcr;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** The API of the local runner, answered over Azure's services. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ServicesApiContract extends ApiContract {
  private final Set<String> profiles;
  private EmulatedServices services;
  private ServletWebServerApplicationContext context;

  ServicesApiContract(String... profiles) {
    this.profiles = Set.of(profiles);
  }

  @BeforeAll
  void start(@TempDir Path home) {
    services = new EmulatedServices().withDatabase();
    context = (ServletWebServerApplicationContext) services.application(home, profiles).run();
  }

  @AfterAll
  void stop() {
    if (context != null) {
      context.close();
    }
    services.close();
  }

  final EmulatedServices services() {
    return services;
  }

  @Override
  protected URI address() {
    return URI.create("http://127.0.0.1:" + context.getWebServer().getPort());
  }

  @Override
  protected byte[] photo(String plate, double confidence) {
    return StubOcr.photo(plate, confidence);
  }

  @Test
  void keepsPhotosAndExportsInTheirContainers() throws Exception {
    awaitState(upload("booth-9/kept.jpg", photo("KLT4790", 0.999)), "BILLABLE");
    String file = outcomeOf(post("/api/exports", "{}").body());

    var photo = EmulatedServices.container(AzureNames.PHOTOS).getBlobClient("booth-9/kept.jpg");
    assertThat(photo.downloadContent().toBytes()).isEqualTo(photo("KLT4790", 0.999));
    var export = EmulatedServices.container(AzureNames.EXPORTS).getBlobClient(file);
    assertThat(export.downloadContent().toString()).contains(",KLT4790,TX,");
    assertThat(get("/api/overview").path("photosFolder").asString()).endsWith("/photos");
  }

  private static String outcomeOf(String json) {
    return tools.jackson.databind.json.JsonMapper.shared()
        .readTree(json)
        .path("files")
        .path(0)
        .asString();
  }
}
