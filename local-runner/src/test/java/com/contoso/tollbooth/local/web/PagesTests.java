package com.contoso.tollbooth.local.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.local.StubOcr;
import com.contoso.tollbooth.local.simulator.SimulatedPhoto;
import com.contoso.tollbooth.plate.BoothId;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** The pages in a real Chromium. Without one the tests are skipped, in CI they fail. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTests {
  private static final List<String> PLACES =
      List.of("overview", "review", "passages", "exports", "usage", "batch", "letters", "mailbox");

  private static final long SEED = 2;

  private static final int DOUBTFUL = 1000;

  private ServletWebServerApplicationContext context;
  private Chromium chromium;

  @BeforeAll
  void start(@TempDir Path home) {
    chromium = new Chromium();
    context = StubOcr.serve(home);
  }

  @AfterAll
  void stop() {
    if (context != null) {
      context.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  private String address() {
    return "http://127.0.0.1:" + context.getWebServer().getPort();
  }

  private Page open(String place, int width, ColorScheme scheme) {
    return chromium.open(address() + "/#/" + place, width, scheme);
  }

  /** Uploads a drawn photo and returns its plate. */
  private String upload(int number, double confidence) throws Exception {
    SimulatedPhoto photo = SimulatedPhoto.draw(SEED, number, new BoothId("booth-1"), Instant.now());
    put(photo.name(), StubOcr.photo(photo, confidence));
    return photo.truth();
  }

  /**
   * A photo whose plate is of a known series and not all letters: nothing to doubt but the reading.
   */
  private static int aSureNumber() {
    return IntStream.iterate(100, n -> n + 1)
        .filter(
            n ->
                SimulatedPhoto.draw(SEED, n, new BoothId("booth-1"), Instant.EPOCH)
                    .truth()
                    .matches("[A-Z]{3}[0-9]{4}"))
        .findFirst()
        .orElseThrow();
  }

  private void put(String name, byte[] bytes) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create(address() + "/api/photos/booth-1/" + name))
              .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes))
              .build();
      assertThat(client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
          .isEqualTo(201);
    }
  }

  /** A day at the booths, as its people see it. */
  @Test
  void servesADayAtTheBooths() throws Exception {
    Page overview = open("overview", 1280, ColorScheme.LIGHT);
    assertThat(overview.getByText("No photos yet")).isVisible();
    assertThat(button(overview, "Start the booth simulator")).isVisible();
    Chromium.picture(overview, "empty-1280");

    Page exports = open("exports", 1280, ColorScheme.LIGHT);
    button(exports, "Export now").click();
    assertThat(exports.getByText("There was nothing new to export; no file was made.")).isVisible();

    upload(aSureNumber(), 0.999);
    String first = upload(DOUBTFUL, 0.2);
    String second = upload(DOUBTFUL + 1, 0.2);
    put("broken.jpg", new byte[] {1, 2, 3});
    assertThat(overview.locator(".total b")).hasText("4");
    assertThat(overview.locator(".counts b"))
        .hasText(new String[] {"0", "0", "2", "1", "0", "0", "1"});

    Page desk = open("review", 1280, ColorScheme.LIGHT);
    assertThat(desk.locator(".choices .plate")).hasText(first);
    Chromium.picture(desk, "review-1280");
    desk.keyboard().press("1");
    assertThat(desk.locator(".choices .plate")).hasText(second);
    desk.keyboard().press("o");
    assertThat(desk.getByText("Nothing to review")).isVisible();
    assertThat(overview.locator(".counts b"))
        .hasText(new String[] {"0", "0", "0", "2", "1", "0", "1"});

    button(exports, "Export now").click();
    assertThat(exports.getByText("2 plates exported in 1 file.")).isVisible();
    assertThat(exports.locator("tbody tr")).hasCount(1);
    assertThat(exports.getByText("manifest").last()).isVisible();
    assertThat(overview.locator(".counts b"))
        .hasText(new String[] {"0", "0", "0", "0", "1", "2", "1"});

    Page letters = open("letters", 1280, ColorScheme.LIGHT);
    assertThat(letters.locator("tbody tr")).hasCount(1);
    assertThat(letters.locator("tbody")).containsText("booth-1/broken.jpg");
    button(letters, "Replay").click();
    assertThat(letters.getByText("1 sent again.")).isVisible();
    assertThat(letters.locator("tbody tr")).hasCount(1);

    Page batch = open("batch", 1280, ColorScheme.LIGHT);
    assertThat(batch.locator("section")).hasCount(2);
    assertThat(batch.locator("section").first()).containsText("completed");
    assertThat(batch.locator("section").last()).containsText("no data");

    Page mailbox = open("mailbox", 1280, ColorScheme.LIGHT);
    Locator subjects = mailbox.locator(".mails b");
    assertThat(subjects).hasCount(2);
    assertThat(mailbox.locator("pre")).containsText("TollBooth");

    for (int number = 10; number < 25; number++) {
      upload(number, number % 3 == 0 ? 0.3 : 0.999);
    }
    assertThat(overview.locator(".total b")).hasText("19");
    assertThat(overview.locator(".counts b").first()).hasText("0");

    everyPlaceFits();
    assertThat(chromium.errors()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"letters, /api/dead-letters", "exports, /api/exports"})
  void showsNoCardBeforeItsListIsThere(String place, String list) {
    try (Page page = chromium.blank(390, ColorScheme.LIGHT)) {
      var held = new ArrayList<Route>();
      page.route(address -> URI.create(address).getPath().equals(list), held::add);
      page.navigate(address() + "/#/" + place);
      page.waitForCondition(() -> !held.isEmpty());
      assertThat(page.locator("main h1").first()).isVisible();
      assertThat(page.locator("main .card")).isHidden();

      held.forEach(Route::resume);
      assertThat(page.locator("main .card")).isVisible();
    }
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /** Every place in both widths and schemes: nothing sticks out, nothing complains. */
  private void everyPlaceFits() {
    for (String place : PLACES) {
      for (int width : new int[] {1280, 390}) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
          try (Page page = open(place, width, scheme)) {
            assertThat(page.locator("main h1").first()).isVisible();
            assertThat(page.locator("#connection")).hasText("live");
            page.waitForLoadState();
            Chromium.picture(
                page, place + "-" + width + (scheme == ColorScheme.DARK ? "-dark" : ""));
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as("%s at %d", place, width)
                .isLessThanOrEqualTo(width);
          }
        }
      }
    }
  }
}
