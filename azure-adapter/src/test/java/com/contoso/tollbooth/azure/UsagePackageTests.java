package com.contoso.tollbooth.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.azure.cosmos.CosmosClient;
import com.azure.storage.queue.QueueClient;
import com.azure.storage.queue.models.QueueMessageItem;
import com.contoso.tollbooth.azure.cosmos.CosmosStore;
import com.contoso.tollbooth.azure.items.RequestBudget;
import com.contoso.tollbooth.azure.testkit.CloudAround;
import com.contoso.tollbooth.azure.testkit.FunctionsHost;
import com.contoso.tollbooth.azure.testkit.UsageSource;
import com.contoso.tollbooth.azure.testkit.VaultEmulator;
import com.contoso.tollbooth.azure.usage.CosmosEnrollments;
import com.contoso.tollbooth.azure.usage.CosmosJobLog;
import com.contoso.tollbooth.azure.usage.CosmosLedgerReader;
import com.contoso.tollbooth.azure.usage.UsageStore;
import com.contoso.tollbooth.usage.AccessKey;
import com.contoso.tollbooth.usage.Enrollment;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.JobRecord;
import com.contoso.tollbooth.usage.LedgerScope;
import com.contoso.tollbooth.usage.Rollup;
import com.contoso.tollbooth.usage.RunId;
import com.contoso.tollbooth.usage.StepFigures;
import com.contoso.tollbooth.usage.UsageFolder;
import com.contoso.tollbooth.usage.UsageRights;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The usage pipeline through the package that is deployed, from the timer to the ledger. */
class UsagePackageTests {
  private static final String TIMER = "{\"Schedule\":{\"AdjustForDST\":true},\"IsPastDue\":false}";
  private static final Duration MOST_A_TEST_TAKES = Duration.ofMinutes(5);
  private static final EnrollmentNumber ENROLLMENT = new EnrollmentNumber("100-23");

  private final CloudAround cloud = new CloudAround();
  private final VaultEmulator vault = new VaultEmulator();
  private final UsageSource source = new UsageSource();
  private final CosmosClient client = cloud.cosmosClient();
  private final UsageStore store =
      new UsageStore(
          client.getDatabase(CosmosStore.DATABASE),
          new SimpleMeterRegistry(),
          RequestBudget.unlimited());

  /**
   * What is due depends on the day and the month, and the app knows no clock but the machine's: a
   * test that begins shortly before midnight in UTC waits for the next day.
   */
  @BeforeEach
  void awaitADayThatLasts() {
    await()
        .atMost(MOST_A_TEST_TAKES.plusMinutes(1))
        .pollInterval(Duration.ofSeconds(1))
        .pollDelay(Duration.ZERO)
        .until(() -> dayOf(Instant.now().plus(MOST_A_TEST_TAKES)).equals(dayOf(Instant.now())));
  }

  private static LocalDate dayOf(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  @AfterEach
  void close() {
    client.close();
    source.close();
    vault.close();
    cloud.close();
  }

  @Test
  void entersWhatWasServedThoughAllComesTwiceAndShuffled() {
    vault.put("ea-key", UsageSource.KEY, null);
    enter(vault.secret("ea-key"));
    try (var host = new FunctionsHost(settings(), cloud.options())) {
      host.call("controlUsageBatch", TIMER);
      host.call("controlUsageBatch", TIMER);
      List<String> fetches = messages(AzureNames.USAGE_FETCHES);
      assertThat(fetches).isNotEmpty().doesNotHaveDuplicates();
      twiceAndShuffled(fetches).forEach(each -> host.call("retrieveUsage", each));
      assertThat(source.reports()).isEqualTo(fetches.size());

      twiceAndShuffled(reportEvents()).forEach(each -> host.call("splitUsage", each));
      assertThat(blobs(UsageFolder.NEW_DAILY_USAGE)).isEmpty();
      assertThat(blobs(UsageFolder.PROCESSED_USAGE)).hasSize(fetches.size());

      List<String> days = messages(AzureNames.USAGE_DAYS);
      host.call("processDailyUsage", appliedAgain(days.getFirst()));
      assertThat(claims()).as("a day by itself ends no run").allMatch(each -> each.ended() == null);
      twiceAndShuffled(days).forEach(each -> host.call("processDailyUsage", each));

      assertLedgerHoldsWhatWasServed(fetches.size());
      assertThat(claims()).allMatch(claim -> claim.outcome() == JobRecord.Outcome.DONE);
      host.call("controlUsageBatch", TIMER);
      assertThat(messages(AzureNames.USAGE_FETCHES)).isEmpty();
      assertThat(blobs(UsageFolder.ERRORS)).isEmpty();
    }
  }

  /** The same day without its run; its decimals stay as they are written. */
  private static String appliedAgain(String message) {
    return "{\"run\":null," + message.substring(message.indexOf("\"day\":{"));
  }

  private void assertLedgerHoldsWhatWasServed(int months) {
    YearMonth present = YearMonth.now(Clock.systemUTC());
    var scope =
        new LedgerScope(
            new UsageRights.All(),
            Set.of(ENROLLMENT),
            present.minusMonths(2).atDay(1),
            present.atEndOfMonth());
    List<Rollup> rollups = new ArrayList<>();
    var reader = new CosmosLedgerReader(store);
    reader.rollups(scope, rollups::add);
    List<BigDecimal> lines = new ArrayList<>();
    reader.lines(scope, line -> lines.add(line.cost().amount()));

    BigDecimal served = source.costOfAMonth().multiply(BigDecimal.valueOf(months));
    assertThat(lines).hasSize(months * UsageSource.DAYS * UsageSource.LINES_A_DAY);
    assertThat(lines.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(served);
    assertThat(rollups.stream().map(Rollup::cost).reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(served);
  }

  @Test
  void endsARunThatIsGivenUpAsFailedAndKeepsItsMessage() {
    vault.put("ea-key", "another-key", null);
    enter(vault.secret("ea-key"));
    try (var host = new FunctionsHost(settings(), cloud.options())) {
      host.call("controlUsageBatch", TIMER);
      for (String fetch : messages(AzureNames.USAGE_FETCHES)) {
        assertThatThrownBy(() -> host.call("retrieveUsage", fetch))
            .isInstanceOf(FunctionsHost.FunctionFailed.class)
            .hasMessageContaining("100-23")
            .hasMessageNotContaining("another-key");
        host.call("fetchPoisoned", fetch);
      }

      assertThat(claims())
          .isNotEmpty()
          .allMatch(claim -> claim.outcome() == JobRecord.Outcome.FAILED)
          .allSatisfy(claim -> assertThat(claim.reason()).contains("refused"));
      assertThat(cloud.container(AzureNames.DEAD_LETTERS).listBlobs())
          .anyMatch(blob -> blob.getName().startsWith(AzureNames.USAGE_FETCHES + "/"));
    }
  }

  @Test
  void takesUpARunThatDiedBetweenItsStepsThoughItsMonthIsLongClosed() {
    vault.put("ea-key", UsageSource.KEY, null);
    enter(vault.secret("ea-key"));
    Instant begun = Clock.systemUTC().instant().minus(Duration.ofHours(7));
    var lost =
        new Fetch(
            ENROLLMENT,
            YearMonth.from(begun.atZone(ZoneOffset.UTC)).minusYears(1),
            RunId.at(begun));
    new CosmosJobLog(store)
        .put(
            JobRecord.of(
                "lost", lost, JobRecord.Step.CONTROL, null, begun, null, StepFigures.RUNNING));
    try (var host = new FunctionsHost(settings(), cloud.options())) {
      host.call("controlUsageBatch", TIMER);
      messages(AzureNames.USAGE_FETCHES).stream()
          .filter(each -> each.contains(lost.run().value()))
          .forEach(each -> host.call("retrieveUsage", each));
      assertThat(blobs(UsageFolder.NEW_DAILY_USAGE)).containsExactly(lost.rawName());

      host.call("controlUsageBatch", TIMER);
      assertThat(messages(AzureNames.USAGE_REPORTS)).as("a run that is at work").isEmpty();
      dateBack(lost, begun);
      host.call("controlUsageBatch", TIMER);
      messages(AzureNames.USAGE_REPORTS).forEach(each -> host.call("splitUsage", each));
      messages(AzureNames.USAGE_DAYS).forEach(each -> host.call("processDailyUsage", each));

      assertThat(claims())
          .filteredOn(claim -> claim.fetch().equals(lost))
          .extracting(JobRecord::outcome)
          .containsExactly(JobRecord.Outcome.DONE);
      host.call("controlUsageBatch", TIMER);
      assertThat(messages(AzureNames.USAGE_FETCHES))
          .noneMatch(each -> each.contains(lost.run().value()));
      assertThat(messages(AzureNames.USAGE_REPORTS)).isEmpty();
    }
  }

  @Test
  void endsARunWhoseProcessDiedWhenAllButItsEndWasNoted() {
    vault.put("ea-key", UsageSource.KEY, null);
    enter(vault.secret("ea-key"));
    try (var host = new FunctionsHost(settings(), cloud.options())) {
      host.call("controlUsageBatch", TIMER);
      host.call("retrieveUsage", messages(AzureNames.USAGE_FETCHES).getFirst());
      host.call("splitUsage", reportEvents().getFirst());
      List<String> days = messages(AzureNames.USAGE_DAYS);
      days.forEach(each -> host.call("processDailyUsage", each));
      JobRecord ended =
          claims().stream().filter(each -> each.ended() != null).findFirst().orElseThrow();
      new CosmosJobLog(store)
          .put(
              JobRecord.of(
                  ended.id(),
                  ended.fetch(),
                  JobRecord.Step.CONTROL,
                  null,
                  ended.started(),
                  null,
                  StepFigures.RUNNING));

      host.call("processDailyUsage", days.getLast());

      assertThat(claims())
          .filteredOn(claim -> claim.fetch().equals(ended.fetch()))
          .singleElement()
          .satisfies(
              claim -> {
                assertThat(claim.ended()).isNotNull();
                assertThat(claim.outcome()).isEqualTo(ended.outcome());
                assertThat(claim.lines()).isEqualTo(ended.lines());
                assertThat(claim.changed()).isEqualTo(ended.changed());
              });
    }
  }

  /** As if its steps had been done then. */
  private void dateBack(Fetch fetch, Instant to) {
    var log = new CosmosJobLog(store);
    for (JobRecord step : log.run(fetch.enrollment(), fetch.month(), fetch.run())) {
      log.put(
          new JobRecord(
              step.id(),
              step.fetch(),
              step.step(),
              step.day(),
              to,
              step.ended() == null ? null : to,
              step.outcome(),
              step.lines(),
              step.changed(),
              step.bytes(),
              step.checksum(),
              step.reason()));
    }
  }

  private void enter(String secret) {
    new CosmosEnrollments(store)
        .put(
            new Enrollment(
                ENROLLMENT,
                "Tolls",
                new AccessKey.Reference(secret),
                Enrollment.ReportSource.LEGACY_EA,
                true,
                false,
                Map.of()));
  }

  private Map<String, String> settings() {
    var settings = new HashMap<>(cloud.settings());
    settings.put("TOLLBOOTH_USAGE_SOURCES_LEGACY", source.address());
    settings.put("TOLLBOOTH_USAGE_VAULT_HOST", "127.0.0.1");
    settings.put("USAGE_RU_PER_SECOND", "4000");
    return settings;
  }

  private List<JobRecord> claims() {
    return new CosmosJobLog(store)
        .newest(ENROLLMENT, 500).stream()
            .filter(each -> each.step() == JobRecord.Step.CONTROL)
            .filter(each -> each.outcome() != JobRecord.Outcome.SKIPPED)
            .toList();
  }

  /** What Event Grid tells of the raw reports that lie there. */
  private List<String> reportEvents() {
    return blobs(UsageFolder.NEW_DAILY_USAGE).stream()
        .map(
            name ->
                """
                {"specversion": "1.0", "type": "Microsoft.Storage.BlobCreated", "id": "%s",
                 "source": "/subscriptions/s/storageAccounts/a", "time": "%s",
                 "subject": "/blobServices/default/containers/newdailyusage/blobs/%s",
                 "data": {"api": "PutBlockList", "eTag": "0x8D"}}"""
                    .formatted(name, Instant.EPOCH, name))
        .toList();
  }

  private List<String> blobs(UsageFolder folder) {
    return cloud.container(folder.folder()).listBlobs().stream()
        .map(blob -> blob.getName())
        .collect(Collectors.toList());
  }

  /** Those that are visible, taken off the queue. */
  private List<String> messages(String name) {
    QueueClient queue = cloud.queue(name);
    List<String> messages = new ArrayList<>();
    for (QueueMessageItem message = queue.receiveMessage();
        message != null;
        message = queue.receiveMessage()) {
      messages.add(message.getBody().toString());
      queue.deleteMessage(message.getMessageId(), message.getPopReceipt());
    }
    return messages;
  }

  private static List<String> twiceAndShuffled(List<String> messages) {
    var all = new ArrayList<>(messages);
    all.addAll(messages);
    Collections.shuffle(all, new Random(5));
    return all;
  }
}
