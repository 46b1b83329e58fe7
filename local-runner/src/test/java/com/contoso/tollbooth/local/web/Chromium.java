package com.contoso.tollbooth.local.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The system's Chromium. Without one the tests that need it are skipped, in CI they fail. */
final class Chromium implements AutoCloseable {
  /** How long an assertion waits, in milliseconds: a busy machine draws a page slowly. */
  private static final double PATIENCE = 30_000;

  private final List<String> errors = new ArrayList<>();
  private final Playwright playwright;
  private final Browser browser;

  Chromium() {
    Optional<Path> chromium = find();
    if (System.getenv("CI") == null) {
      assumeTrue(chromium.isPresent(), "no Chromium on PATH");
    }
    assertThat(chromium).as("a Chromium on PATH").isPresent();
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium.orElseThrow())
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  private static Optional<Path> find() {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .flatMap(
            folder ->
                List.of("chromium", "chromium-browser", "google-chrome").stream()
                    .map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  Page open(String address, int width, ColorScheme scheme) {
    Page page = blank(width, scheme);
    page.navigate(address);
    return page;
  }

  /** A page whose complaints are kept. */
  Page blank(int width, ColorScheme scheme) {
    Page page =
        browser.newPage(
            new Browser.NewPageOptions()
                .setViewportSize(width, width < 500 ? 844 : 900)
                .setColorScheme(scheme));
    page.onPageError(errors::add);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            errors.add(message.text());
          }
        });
    page.addInitScript("localStorage.setItem('reviewer', 'ana')");
    return page;
  }

  /** What any page complained of. */
  List<String> errors() {
    return errors;
  }

  static void picture(Page page, String name) {
    picture(page, name, new Page.ScreenshotOptions());
  }

  static void wholePicture(Page page, String name) {
    picture(page, name, new Page.ScreenshotOptions().setFullPage(true));
  }

  private static void picture(Page page, String name, Page.ScreenshotOptions options) {
    page.screenshot(options.setPath(Path.of("target", "screenshots", name + ".png")));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
