package com.contoso.tollbooth.local.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.api.FakedUsage;
import com.contoso.tollbooth.api.MemoryLedger;
import com.contoso.tollbooth.api.SampleUsage;
import com.contoso.tollbooth.local.StubOcr;
import com.contoso.tollbooth.usage.Enrollments;
import com.contoso.tollbooth.usage.JobLog;
import com.contoso.tollbooth.usage.UsageFiles;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** The usage page in a real Chromium, over ports in memory. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UsagePagesTests {
  private static final List<String> TABS =
      List.of("costs", "chargeback", "changes", "exports", "runs");

  private ServletWebServerApplicationContext context;
  private Chromium chromium;

  @BeforeAll
  void start(@TempDir Path home) throws IOException {
    chromium = new Chromium();
    context =
        (ServletWebServerApplicationContext)
            StubOcr.application(Map.of("tollbooth.home", home.toString(), "server.port", "0"))
                .sources(FakedUsage.class)
                .run();
    new SampleUsage(
            context.getBean(MemoryLedger.class),
            context.getBean(Enrollments.class),
            context.getBean(JobLog.class),
            context.getBean(UsageFiles.class))
        .enter();
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

  private Page open(String place, int width, ColorScheme scheme) {
    String address = "http://127.0.0.1:" + context.getWebServer().getPort() + "/#/" + place;
    return chromium.open(address, width, scheme);
  }

  @Test
  void fitsInEveryWidthAndScheme() {
    for (String tab : TABS) {
      for (int width : new int[] {1280, 390}) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
          try (Page page = open("usage/" + tab + "/2026-02/all", width, scheme)) {
            assertThat(page.locator("main section").first()).isVisible();
            assertThat(page.getByText("Loading …")).hasCount(0);
            if (tab.equals("costs")) {
              assertThat(page.locator("canvas[data-drawn]")).hasCount(2);
            }
            Chromium.wholePicture(
                page, "usage-" + tab + "-" + width + (scheme == ColorScheme.DARK ? "-dark" : ""));
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as("%s at %d", tab, width)
                .isLessThanOrEqualTo(width);
          }
        }
      }
    }
    assertThat(chromium.errors()).isEmpty();
  }
}
