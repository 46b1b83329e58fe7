package com.contoso.tollbooth.local.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.FinanceFiles;
import com.contoso.tollbooth.usage.JobLog;
import com.contoso.tollbooth.usage.JobRecord;
import com.contoso.tollbooth.usage.RunId;
import com.contoso.tollbooth.usage.StepFigures;
import com.contoso.tollbooth.usage.UsageReaders;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the usage page says of runs that go on, and to those who may not see it all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UsageRunsPagesTests {
  private static final YearMonth MONTH = YearMonth.of(2026, 2);

  /** The run that the sample's host says it has started. */
  private static final RunId RUN = new RunId("20260301T041500123Z");

  private static final Instant NOW = Instant.parse("2026-03-01T04:15:01Z");

  private UsageSite site;

  @BeforeAll
  void start(@TempDir Path home) throws IOException {
    site = new UsageSite(home);
  }

  @AfterAll
  void stop() {
    site.close();
  }

  @Test
  void followsARunToItsEnd() {
    try (Page page = site.open("usage/runs/2026-02/300", 390, ColorScheme.LIGHT)) {
      Locator here = page.getByRole(AriaRole.REGION, named("Started here"));
      button(page, "Fetch 2026-02 again, enrollment 300").click();
      assertThat(page.locator("#toasts")).containsText("1 run started.");
      assertThat(here).containsText("Enrollment 300, 2026-02, waits for its turn");

      put("300", JobRecord.Step.CONTROL, null, StepFigures.RUNNING);
      put("300", JobRecord.Step.RETRIEVE, null, StepFigures.RUNNING);
      assertThat(here).containsText("is at retrieveUsage");
      page.locator("summary").last().focus();
      page.keyboard().press("Enter");

      page.getByRole(AriaRole.LINK, named("Changes")).click();
      assertThat(page.getByText("Anomalies")).isVisible();
      page.getByRole(AriaRole.LINK, named("Runs")).click();
      Locator oldest = page.locator("details").last();
      oldest.locator("summary").focus();
      page.keyboard().press("Enter");
      put("300", JobRecord.Step.CONTROL, null, figures(JobRecord.Outcome.DONE, null));
      assertThat(page.locator("#toasts"))
          .containsText("Enrollment 300, 2026-02, is done: 12 lines, 3 changed.");
      assertThat(here).containsText("done: 12 lines, 3 changed.");
      assertThat(oldest).hasAttribute("open", "");
      assertThat(oldest.locator("summary")).isFocused();
    }
    assertThat(site.errors()).isEmpty();
  }

  @Test
  void tellsWhyARedriveFailed() {
    try (Page page = site.open("usage/runs/2026-02/all", 1280, ColorScheme.LIGHT)) {
      assertThat(page.getByText("line 17: 32 January is no day")).isVisible();
      page.getByText("Re-drive").click();
      assertThat(page.locator("#toasts")).containsText("It is tried again.");
      put(
          "100",
          JobRecord.Step.CONTROL,
          null,
          figures(JobRecord.Outcome.FAILED, "the disk is full"));
      assertThat(page.locator("#toasts .bad")).containsText("failed: the disk is full");
      assertThat(page.getByRole(AriaRole.REGION, named("Started here")))
          .containsText("Enrollment 100, 2026-02, failed: the disk is full");
      Chromium.wholePicture(page, "usage-runs-followed-1280");
    }
    assertThat(site.errors()).isEmpty();
  }

  @Test
  void followsADayThatIsAppliedAgain() {
    try (Page page = site.open("usage/runs/2026-02/200", 1280, ColorScheme.LIGHT)) {
      assertThat(page.locator(".strip button")).hasCount(18);
      page.locator(".strip button").first().click();
      assertThat(page.locator("#toasts")).containsText("no report with this day was split");
      assertThat(site.errors().removeIf(error -> error.contains("404"))).isTrue();

      page.route(
          "**/api/usage/days",
          route ->
              answer(
                  route,
                  202,
                  """
                  {"at":"%s","started":[{"enrollment":"200","month":"2026-02","run":"%s"}],"skipped":[]}
                  """
                      .formatted(NOW, RUN)));
      page.locator(".strip button").first().click();
      Locator here = page.getByRole(AriaRole.REGION, named("Started here"));
      assertThat(here).containsText("2026-02-01 of enrollment 200 waits for its turn");
      put(
          "200",
          JobRecord.Step.PROCESS,
          MONTH.atDay(1),
          figures(JobRecord.Outcome.UNCHANGED, null));
      assertThat(here).containsText("is as it was: 12 lines, 3 changed.");
      assertThat(page.locator(".strip button").first()).isFocused();
    }
    assertThat(site.errors()).isEmpty();
  }

  @Test
  void offersAReaderNothingThatIsRefusedToHim() {
    try (Page page = site.blank(1280)) {
      site.bean(FinanceFiles.class)
          .replace(UsageReaders.FILE, null, "readers: {owner: all, ben: [sub-100-hub]}");
      page.setExtraHTTPHeaders(Map.of("X-TollBooth-Reader", "nobody"));
      page.navigate(site.address("usage/runs/2026-02/all"));
      assertThat(page.locator("main").getByText("this is for readers of cloud usage")).isVisible();
      Chromium.wholePicture(page, "usage-nobody-1280");
    }
    try (Page page = site.blank(1280)) {
      page.setExtraHTTPHeaders(Map.of("X-TollBooth-Reader", "ben"));
      page.navigate(site.address("usage/runs/2026-02/all"));
      assertThat(page.getByText("Contoso hub 100")).isVisible();
      assertThat(page.getByText("Contoso web 100")).hasCount(0);
      assertThat(page.getByRole(AriaRole.LINK, named("Runs"))).hasCount(0);
      assertThat(button(page, "Remove")).hasCount(0);
      Chromium.wholePicture(page, "usage-costs-limited-1280");
      page.getByRole(AriaRole.LINK, named("Chargeback")).click();
      assertThat(button(page, "Preview on this month")).isVisible();
      assertThat(button(page, "Keep as a new version")).hasCount(0);
    }
    assertThat(site.errors()).allMatch(error -> error.contains("403"));
    site.errors().clear();
  }

  @Test
  void saysThatThereIsNothingYetOrThatItFailed() {
    try (Page page = site.blank(390)) {
      page.route("**/api/usage/months", route -> answer(route, 200, "{\"months\":[]}"));
      page.route("**/api/usage/enrollments", route -> answer(route, 200, "{\"enrollments\":[]}"));
      page.navigate(site.address("usage"));
      assertThat(page.getByText("No usage yet")).isVisible();
      assertThat(page.locator("select")).hasCount(0);
      Chromium.wholePicture(page, "usage-empty-390");
      page.getByRole(AriaRole.LINK, named("Runs")).click();
      assertThat(page.getByText("No enrollments")).isVisible();
      Chromium.wholePicture(page, "usage-runs-empty-390");
    }
    try (Page page = site.blank(1280)) {
      page.route(
          "**/api/usage/months",
          route -> answer(route, 500, "{\"detail\":\"The request failed; the log says why.\"}"));
      page.navigate(site.address("usage"));
      assertThat(page.getByText("Usage cannot be shown")).isVisible();
      assertThat(page.locator("main")).containsText("The request failed; the log says why.");
      Chromium.wholePicture(page, "usage-fault-1280");
    }
    site.errors().removeIf(error -> error.contains("500"));
    assertThat(site.errors()).isEmpty();
  }

  private static void answer(Route route, int status, String json) {
    route.fulfill(
        new Route.FulfillOptions()
            .setStatus(status)
            .setContentType("application/json")
            .setBody(json));
  }

  private void put(
      String enrollment, JobRecord.Step step, @Nullable LocalDate day, StepFigures figures) {
    var fetch = new Fetch(new EnrollmentNumber(enrollment), MONTH, RUN);
    boolean ended = figures.outcome() != JobRecord.Outcome.RUNNING;
    site.bean(JobLog.class)
        .put(
            JobRecord.of(
                enrollment + "/" + step + "/" + day,
                fetch,
                step,
                day,
                NOW.plusSeconds(1),
                ended ? NOW.plusSeconds(3) : null,
                figures));
  }

  private static StepFigures figures(JobRecord.Outcome outcome, @Nullable String reason) {
    return new StepFigures(outcome, 12, 3, 4_096, null, reason);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, named(name));
  }
}
