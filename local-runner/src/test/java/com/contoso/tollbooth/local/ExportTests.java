package com.contoso.tollbooth.local;

import static com.contoso.tollbooth.plate.SamplePassages.accepted;
import static com.contoso.tollbooth.plate.SamplePassages.passage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contoso.tollbooth.billing.BillingDrop;
import com.contoso.tollbooth.billing.ExportManifest;
import com.contoso.tollbooth.billing.ExportOutcome;
import com.contoso.tollbooth.billing.ExportOutcome.Status;
import com.contoso.tollbooth.export.BatchExecution;
import com.contoso.tollbooth.local.drop.FolderBillingDrop;
import com.contoso.tollbooth.local.mail.Mailbox;
import com.contoso.tollbooth.plate.PlateAccepted.Source;
import com.contoso.tollbooth.registry.PassageRegistry;
import com.contoso.tollbooth.registry.PassageState;
import com.contoso.tollbooth.registry.Passages;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The export job on the real store and job repository, with a drop that fails where a test says.
 */
class ExportTests {
  private static final int PLATES = 23;

  @TempDir Path home;
  private ConfigurableApplicationContext context;
  private FailingDrop drop;

  @BeforeEach
  void start() {
    var application =
        StubOcr.application(
            Map.of(
                "tollbooth.home", home.toString(),
                "tollbooth.schedules", "false",
                "tollbooth.export.chunk", "5"));
    application.sources(FailingDropConfiguration.class);
    context = application.web(WebApplicationType.NONE).run();
    drop = context.getBean(FailingDrop.class);
  }

  @AfterEach
  void stop() {
    context.close();
  }

  private void record(int from, int to) {
    var registry = context.getBean(PassageRegistry.class);
    IntStream.rangeClosed(from, to).forEach(n -> registry.accept(accepted(n)));
  }

  @SuppressWarnings("unchecked")
  private ExportOutcome export() {
    return ((Supplier<ExportOutcome>) context.getBean("exportPlates")).get();
  }

  @SuppressWarnings("unchecked")
  private List<BatchExecution> history() {
    return ((Function<Integer, List<BatchExecution>>) context.getBean("listBatchExecutions"))
        .apply(50);
  }

  private List<String> ids(ExportManifest manifest) throws Exception {
    try (InputStream in = drop.open(manifest.file()).orElseThrow()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.substring(0, 32))
          .toList();
    }
  }

  private static List<String> passages(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(n -> passage(n).id().value()).toList();
  }

  @Test
  void exportsEverythingNewInRecordingOrderAndOnce() throws Exception {
    record(1, PLATES);
    ExportOutcome first = export();
    record(PLATES + 1, PLATES + 2);
    ExportOutcome second = export();

    assertThat(first.status()).isEqualTo(Status.EXPORTED);
    assertThat(first.message()).isEqualTo("23 plates exported in 1 file.");
    assertThat(ids(first.files().getFirst())).isEqualTo(passages(1, PLATES));
    assertThat(ids(second.files().getFirst())).isEqualTo(passages(PLATES + 1, PLATES + 2));
    assertThat(context.getBean(Passages.class).counts().of(PassageState.EXPORTED))
        .isEqualTo(PLATES + 2);
    assertThat(drop.manifests()).hasSize(2);
  }

  /** Stages 0 to 4 are the blocks of the CSV, 5 the commit, 6 the manifest. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
  void resumesAfterAFailureWithoutLosingOrRepeatingRows(int step) throws Exception {
    record(1, PLATES);
    drop.failAt = step;
    ExportOutcome failed = export();
    assertThat(failed.status()).isEqualTo(Status.FAILED);
    assertThat(drop.manifests()).isEmpty();
    assertThat(history().getFirst().restartable()).isTrue();
    assertThat(history().getFirst().exitMessage()).contains("the drop is down");

    record(PLATES + 1, PLATES + 1);
    ExportOutcome resumed = export();

    assertThat(resumed.status()).isEqualTo(Status.EXPORTED);
    assertThat(resumed.files()).hasSize(2);
    assertThat(ids(resumed.files().get(0))).isEqualTo(passages(1, PLATES));
    assertThat(ids(resumed.files().get(1))).isEqualTo(passages(PLATES + 1, PLATES + 1));
    assertThat(drop.staged)
        .as("each block is staged once, but for the one that failed")
        .isEqualTo(6);
  }

  /** As a kill leaves it between the end of the writing step and the note of it in the job. */
  @Test
  void settlesNoWindowAsEmptyWhoseRowsWereWritten() throws Exception {
    export();
    record(1, PLATES);
    drop.failAt = 5;
    export();
    context
        .getBean(JdbcClient.class)
        .sql(
            """
            UPDATE batch_job_execution_context SET serialized_context = NULL, short_context =
              (SELECT short_context FROM batch_job_execution_context ORDER BY job_execution_id LIMIT 1)
            """)
        .update();

    ExportOutcome resumed = export();

    assertThat(ids(resumed.files().getFirst())).isEqualTo(passages(1, PLATES));
  }

  @Test
  void makesNoFileOfNothingAndMailsItOnce() {
    assertThat(export().status()).isEqualTo(Status.NO_DATA);
    assertThat(export().status()).isEqualTo(Status.NO_DATA);

    assertThat(drop.manifests()).isEmpty();
    assertThat(history()).extracting(BatchExecution::exitCode).contains("NO_DATA");
    assertThat(context.getBean(Mailbox.class).mails())
        .extracting(Mailbox.Mail::subject)
        .containsExactly("TollBooth: no plates to export");
  }

  @Test
  void saysWhenOnlySomeWindowsCouldBeExported() {
    record(1, 3);
    drop.failAt = 0;
    export();
    record(4, 6);
    drop.failAt = 0;

    ExportOutcome partly = export();

    assertThat(partly.status()).isEqualTo(Status.PARTLY_EXPORTED);
    assertThat(partly.rows()).isEqualTo(3);
    assertThat(context.getBean(Mailbox.class).mails())
        .extracting(Mailbox.Mail::subject)
        .containsExactlyInAnyOrder(
            "TollBooth: the plate export failed",
            "Cleared: TollBooth: the plate export failed",
            "TollBooth: the plate export is incomplete");
    assertThat(export().status()).isEqualTo(Status.EXPORTED);
  }

  @Test
  void billsALateReviewInALaterWindow() throws Exception {
    record(1, 1);
    export();
    context.getBean(PassageRegistry.class).accept(accepted(2, "LATE123", Source.MANUAL));

    ExportOutcome later = export();

    assertThat(ids(later.files().getFirst())).isEqualTo(passages(2, 2));
  }

  @Test
  void exportsOnceWhenCalledFromManySides() throws Exception {
    record(1, PLATES);
    try (var threads = Executors.newFixedThreadPool(4)) {
      List<Callable<ExportOutcome>> calls = List.of(this::export, this::export, this::export);
      assertThat(threads.invokeAll(calls))
          .extracting(Future::get)
          .extracting(ExportOutcome::status)
          .contains(Status.EXPORTED)
          .isSubsetOf(Status.EXPORTED, Status.NO_DATA, Status.ALREADY_RUNNING);
    }
    assertThat(drop.manifests()).hasSize(1);
    assertThat(ids(drop.manifests().getFirst())).isEqualTo(passages(1, PLATES));
  }

  @Test
  @SuppressWarnings("unchecked")
  void restartsAFailedRunFromTheHistoryAndNoOther() throws Exception {
    record(1, PLATES);
    drop.failAt = 2;
    export();
    var restart = (Function<Long, ExportOutcome>) context.getBean("restartBatchExecution");
    long failed = history().getFirst().id();

    ExportOutcome outcome = restart.apply(failed);

    assertThat(outcome.status()).isEqualTo(Status.EXPORTED);
    assertThat(ids(outcome.files().getFirst())).isEqualTo(passages(1, PLATES));
    assertThatThrownBy(() -> restart.apply(failed)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> restart.apply(999L)).isInstanceOf(IllegalArgumentException.class);
  }

  /** Fails once at the step that is asked for. */
  static final class FailingDrop implements BillingDrop {
    private final BillingDrop drop;
    private int failAt = -1;
    private int staged;

    FailingDrop(BillingDrop drop) {
      this.drop = drop;
    }

    private void step(int step) {
      if (step == failAt) {
        failAt = -1;
        throw new IllegalStateException("the drop is down");
      }
    }

    @Override
    public void stage(String file, int block, byte[] bytes) {
      step(block);
      staged++;
      drop.stage(file, block, bytes);
    }

    @Override
    public DroppedFile commit(String file, int blocks) {
      DroppedFile dropped = drop.commit(file, blocks);
      step(5);
      return dropped;
    }

    @Override
    public void describe(ExportManifest manifest) {
      step(6);
      drop.describe(manifest);
    }

    @Override
    public List<ExportManifest> manifests() {
      return drop.manifests();
    }

    @Override
    public Optional<InputStream> open(String name) {
      return drop.open(name);
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class FailingDropConfiguration {
    @Bean
    FailingDrop billingDrop(LocalSettings settings) {
      return new FailingDrop(new FolderBillingDrop(settings.home().resolve("exports")));
    }
  }
}
