package com.contoso.tollbooth.local.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.ColorScheme.LIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.usage.LedgerReader;
import com.contoso.tollbooth.usage.LedgerScope;
import com.contoso.tollbooth.usage.UsageRights;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
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
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The usage page in a real Chromium, over a month and a half of sample usage. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UsagePagesTests {
  private static final List<String> TABS =
      List.of("costs", "chargeback", "changes", "exports", "runs");

  private UsageSite site;

  @BeforeAll
  void start(@TempDir Path home) throws IOException {
    site = new UsageSite(home);
  }

  @AfterAll
  void stop() {
    site.close();
  }

  private Page open(String place, int width, ColorScheme scheme) {
    return site.open(place, width, scheme);
  }

  @Test
  void leadsFromTheTotalToTheLines() {
    try (Page page = open("usage", 1280, LIGHT)) {
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
    try (Page page = open("usage/costs/2026-02/100", 1280, LIGHT)) {
      button(page, "Lines").click();
      assertThat(page.locator("section[aria-label=Breakdown] tbody tr")).hasCount(50);
      button(page, "Next").click();
      assertThat(page.getByText("page 2")).isVisible();
      assertThat(page.locator("section[aria-label=Breakdown] tbody tr")).hasCount(50);
    }
    assertThat(site.errors()).isEmpty();
  }

  private String[] sums(String month) {
    var sums = new TreeMap<String, BigDecimal>();
    site.bean(LedgerReader.class)
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
    try (Page page = open("usage/chargeback/2026-01/all", 1280, LIGHT)) {
      assertThat(page.getByText("No rules are applied yet")).isVisible();
      page.locator("textarea").fill("rules:\n  - charge: A\n    colour: red\n");
      button(page, "Preview on this month").click();
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("line 3");
      assertThat(site.errors().removeIf(error -> error.contains("422"))).isTrue();

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
  void exportsWholeFiles() {
    try (Page page = open("usage/exports/2026-01/all", 1280, LIGHT)) {
      button(page, "FOCUS 1.2, CSV").click();
      assertThat(page.getByText("focus-1.2-2026-01.csv is ready: 5,579 rows.")).isVisible();
      Download file = page.waitForDownload(() -> page.getByText("file").last().click());
      assertThat(file.suggestedFilename()).isEqualTo("focus-1.2-2026-01.csv");
    }
    try (Page page = open("batch", 1280, LIGHT)) {
      assertThat(page.getByText("usage 300 2026-02")).isVisible();
      assertThat(page.getByText("processDailyUsage 2026-02-18")).hasCount(3);
      Chromium.picture(page, "usage-batch-1280");
    }
    assertThat(site.errors()).isEmpty();
  }

  @Test
  void tellsWhatChangedAfterTheClose() {
    try (Page page = open("usage/changes/2026-01/all", 1280, LIGHT)) {
      assertThat(page.getByText("Restatement of 2026-01, enrollment 100")).isVisible();
      assertThat(page.locator("main")).containsText("0 lines added, 0 changed, 1 removed");
    }
    try (Page page = open("usage/changes/2026-02/all", 1280, LIGHT)) {
      assertThat(page.getByText("Contoso web 100 cost 350.80 EUR")).isVisible();
      assertThat(page.getByText("too much")).hasCount(3);
    }
  }

  @Test
  void keepsOpensAndRemovesAView() {
    try (Page page = open("usage/costs/2026-02/all", 1280, LIGHT)) {
      Locator views = page.getByRole(AriaRole.REGION, named("Saved views"));
      assertThat(views.getByRole(AriaRole.HEADING, in("TollBooth over time"))).isVisible();
      assertThat(views.locator("canvas[data-drawn]")).hasCount(2);
      assertThat(views.locator("tbody tr")).hasCount(6);
      assertThat(views.getByRole(AriaRole.IMG).first())
          .hasAttribute("aria-label", Pattern.compile("Cost of TollBooth in EUR .* 2026-01 €.*"));

      page.locator("section[aria-label=Breakdown] select").selectOption("department");
      button(page, "D-1").first().click();
      page.getByLabel("Name of a view").fill("Roads & more");
      page.keyboard().press("Enter");
      assertThat(page.locator("#toasts")).containsText("Kept as the view Roads & more");
      assertThat(views.getByRole(AriaRole.HEADING, in("Roads & more over time"))).isVisible();
      assertThat(views).containsText("Costs of Department: D-1");

      button(page, "TollBooth").click();
      views.getByText("Open in the breakdown").click();
      assertThat(page.locator(".chip").first()).hasText("tag system: tollbooth ×");
      button(page, "Roads & more").click();
      page.onceDialog(Dialog::accept);
      button(page, "Remove").click();
      assertThat(button(page, "Roads & more")).hasCount(0);
      assertThat(views.getByRole(AriaRole.HEADING, in("TollBooth over time"))).isVisible();
    }
    assertThat(site.errors()).isEmpty();
  }

  @Test
  void leadsFromATagOrADepartmentToItsLines() {
    try (Page page = open("usage/costs/2026-02/100/department=", 1280, LIGHT)) {
      button(page, "Lines").click();
      assertThat(page.locator("section[aria-label=Breakdown] tbody tr")).hasCount(50);
      assertThat(page.locator("section[aria-label=Breakdown] tbody")).not().containsText("CC-");
    }
    try (Page page = open("usage/costs/2026-02/100", 1280, LIGHT)) {
      page.locator("section[aria-label=Breakdown] select").selectOption("tag");
      page.getByLabel("Tag", new Page.GetByLabelOptions().setExact(true)).fill("System");
      page.keyboard().press("Enter");
      button(page, "tollbooth").click();
      button(page, "Lines").click();
      assertThat(page.locator("section[aria-label=Breakdown] tbody")).containsText("CC-tolling");
      assertThat(page.locator("section[aria-label=Breakdown] tbody")).not().containsText("CC-web");
    }
    assertThat(site.errors()).isEmpty();
  }

  @Test
  void leadsFromAPatternToItsLinesWhateverItsCase() {
    try (Page page = open("usage/costs/2026-02/100/resourceGroup=RG-WEB-*", 1280, LIGHT)) {
      assertThat(page.locator("section[aria-label=Breakdown] tbody"))
          .containsText("Contoso web 100");
      button(page, "Lines").click();
      assertThat(page.locator("section[aria-label=Breakdown] tbody tr")).hasCount(50);
      assertThat(page.locator("section[aria-label=Breakdown] tbody")).containsText("rg-web-prod");
      Chromium.picture(page, "usage-lines-pattern-1280");
    }
    assertThat(site.errors()).isEmpty();
  }

  @Test
  void showsNoFiguresOfOtherLimitsWhenTheyCannotBeRead() {
    try (Page page = open("usage/costs/2026-02/100", 390, LIGHT)) {
      assertThat(page.locator("section[aria-label=Breakdown] tbody tr")).not().hasCount(0);
      page.route(
          "**/breakdown?*by=service*",
          route ->
              route.fulfill(
                  new Route.FulfillOptions()
                      .setStatus(503)
                      .setContentType("application/problem+json")
                      .setBody("{\"detail\":\"The ledger cannot be read.\"}")));
      page.locator("section[aria-label=Breakdown] select").selectOption("service");

      assertThat(page.locator("section[aria-label=Breakdown] tbody tr")).hasCount(0);
      assertThat(page.locator("section[aria-label=Breakdown]"))
          .containsText("The ledger cannot be read.");
      Chromium.picture(page, "usage-breakdown-fault-390");
    }
    assertThat(site.errors().removeIf(error -> error.contains("503"))).isTrue();
    assertThat(site.errors()).isEmpty();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Locator.GetByRoleOptions in(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, named(name));
  }

  @Test
  void fitsInEveryWidthAndScheme() {
    for (String tab : TABS) {
      for (int width : new int[] {1280, 390}) {
        for (ColorScheme scheme : List.of(LIGHT, ColorScheme.DARK)) {
          try (Page page = open("usage/" + tab + "/2026-02/all", width, scheme)) {
            assertThat(page.locator("main section").first()).isVisible();
            assertThat(page.getByText("Loading …")).hasCount(0);
            if (tab.equals("costs")) {
              assertThat(page.locator("canvas[data-drawn]")).hasCount(4);
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
    assertThat(site.errors()).isEmpty();
  }
}
