package com.contoso.tollbooth.local.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.api.SampleDay;
import com.contoso.tollbooth.api.SampleUsage;
import com.contoso.tollbooth.local.StubOcr;
import com.contoso.tollbooth.usage.Enrollments;
import com.contoso.tollbooth.usage.JobLog;
import com.contoso.tollbooth.usage.LedgerReader;
import com.contoso.tollbooth.usage.LedgerScope;
import com.contoso.tollbooth.usage.UsageFiles;
import com.contoso.tollbooth.usage.UsageRights;
import com.contoso.tollbooth.usage.ledger.UsageLedger;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** The usage page in a real Chromium, over a month and a half of sample usage. */
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
            StubOcr.application(
                    Map.of(
                        "tollbooth.home",
                        home.toString(),
                        "server.port",
                        "0",
                        "tollbooth.schedules",
                        "false"))
                .sources(SampleDay.class)
                .run();
    var sample =
        new SampleUsage(
            context.getBean(UsageLedger.class),
            context.getBean(Enrollments.class),
            context.getBean(JobLog.class),
            context.getBean(UsageFiles.class));
    sample.enter();
    sample.restate();
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
  void leadsFromTheTotalToTheLines() {
    try (Page page = open("usage", 1280, ColorScheme.LIGHT)) {
      assertThat(page.locator(".big-number")).hasText(sums("2026-02"));
      assertThat(page.getByText("Expected at month end")).hasCount(2);
      assertThat(page.locator("tfoot td .amount")).hasText(sums("2026-02"));

      button(page, "Contoso web 100").click();
      assertThat(page.locator(".chip")).hasText("Subscription: sub-100-web ×");
      button(page, "rg-web-prod").click();
      button(page, "Storage").click();
      assertThat(page.locator("section[aria-label=Breakdown] tbody tr")).hasCount(18);
      assertThat(page.locator("section[aria-label=Breakdown] tbody")).containsText("Storage unit");
      assertThat(page).hasURL(Pattern.compile(".*/subscription%3Dsub-100-web/resourceGroup%3D.*"));

      page.locator(".chip").last().focus();
      page.keyboard().press("Enter");
      assertThat(page.locator(".chip")).hasCount(2);
      page.goBack();
      assertThat(page.locator(".chip")).hasCount(3);
    }
    try (Page page = open("usage/costs/2026-02/100", 1280, ColorScheme.LIGHT)) {
      button(page, "Lines").click();
      assertThat(page.locator("section[aria-label=Breakdown] tbody tr")).hasCount(50);
      button(page, "Next").click();
      assertThat(page.getByText("page 2")).isVisible();
      assertThat(page.locator("section[aria-label=Breakdown] tbody tr")).hasCount(50);
    }
    assertThat(chromium.errors()).isEmpty();
  }

  private String[] sums(String month) {
    var sums = new TreeMap<String, BigDecimal>();
    context
        .getBean(LedgerReader.class)
        .rollups(
            LedgerScope.of(new UsageRights.All(), YearMonth.parse(month)),
            rollup -> sums.merge(rollup.currency(), rollup.cost(), BigDecimal::add));
    return sums.entrySet().stream()
        .map(
            sum -> {
              NumberFormat format = NumberFormat.getCurrencyInstance(Locale.US);
              format.setCurrency(Currency.getInstance(sum.getKey()));
              return format.format(sum.getValue());
            })
        .toArray(String[]::new);
  }

  @Test
  void triesKeepsAndAppliesRules() {
    try (Page page = open("usage/chargeback/2026-01/all", 1280, ColorScheme.LIGHT)) {
      assertThat(page.getByText("No rules are applied yet")).isVisible();
      page.locator("textarea").fill("rules:\n  - charge: A\n    colour: red\n");
      button(page, "Preview on this month").click();
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("line 3");
      assertThat(chromium.errors().removeIf(error -> error.contains("422"))).isTrue();

      page.locator("textarea").fill("rules:\n  - charge: \"{costCenter}\"\n");
      button(page, "Preview on this month").click();
      assertThat(page.getByText("would pay other amounts")).isVisible();
      button(page, "Keep as a new version").click();
      button(page, "Apply version 1").click();
      assertThat(page.getByText("By version 1 of the rules.")).isVisible();
      assertThat(page.getByText("CC-tolling").first()).isVisible();
      Chromium.wholePicture(page, "usage-chargeback-applied-1280");
    }
  }

  @Test
  void exportsAndTriesAgain() {
    try (Page page = open("usage/exports/2026-01/all", 1280, ColorScheme.LIGHT)) {
      button(page, "FOCUS 1.2, CSV").click();
      assertThat(page.getByText("focus-1.2-2026-01.csv is ready: 5,579 rows.")).isVisible();
      Download file = page.waitForDownload(() -> page.getByText("file").last().click());
      assertThat(file.suggestedFilename()).isEqualTo("focus-1.2-2026-01.csv");
    }
    try (Page page = open("usage/runs/2026-02/300", 390, ColorScheme.LIGHT)) {
      assertThat(page.getByText("line 17: 32 January is no day")).isVisible();
      assertThat(page.locator(".strip button")).hasCount(18);
      button(page, "Re-drive").click();
      assertThat(page.getByText("It is tried again.")).isVisible();
      button(page, "Fetch 2026-02 again").click();
      assertThat(page.getByText("1 run started.")).isVisible();
    }
    try (Page page = open("batch", 1280, ColorScheme.LIGHT)) {
      assertThat(page.getByText("usage 300 2026-02")).isVisible();
      assertThat(page.getByText("processDailyUsage 2026-02-18")).hasCount(3);
      Chromium.picture(page, "usage-batch-1280");
    }
    assertThat(chromium.errors()).isEmpty();
  }

  @Test
  void tellsWhatChangedAfterTheClose() {
    try (Page page = open("usage/changes/2026-01/all", 1280, ColorScheme.LIGHT)) {
      assertThat(page.getByText("Restatement of 2026-01, enrollment 100")).isVisible();
      assertThat(page.locator("main")).containsText("0 lines added, 0 changed, 1 removed");
    }
    try (Page page = open("usage/changes/2026-02/all", 1280, ColorScheme.LIGHT)) {
      assertThat(page.getByText("Contoso web 100 cost 350.80 EUR")).isVisible();
      assertThat(page.getByText("too much")).hasCount(3);
    }
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
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
