package com.contoso.tollbooth.export;

import com.contoso.tollbooth.billing.BillablePlate;
import com.contoso.tollbooth.billing.BillablePlates;
import com.contoso.tollbooth.billing.BillingDrop;
import com.contoso.tollbooth.billing.ExportOutcome;
import com.contoso.tollbooth.billing.ExportWindow;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** The whole job: {@code writeCsv}, then {@code publishExport}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ExportSettings.class)
public class BillingExportConfiguration {
  @Bean
  Job billingExport(JobRepository jobs, Step writeCsv, Step publishExport) {
    return new JobBuilder(ExportRun.JOB, jobs)
        .listener(new SayCause())
        .start(writeCsv)
        .next(publishExport)
        .build();
  }

  @Bean
  Step writeCsv(
      JobRepository jobs,
      PlatformTransactionManager transactions,
      WindowReader windowReader,
      BlockWriter blockWriter,
      ExportSettings settings) {
    return new StepBuilder(ExportRun.WRITE, jobs)
        .<BillablePlate, BillablePlate>chunk(settings.chunk())
        .transactionManager(transactions)
        .reader(windowReader)
        .writer(blockWriter)
        .build();
  }

  @Bean
  Step publishExport(
      JobRepository jobs,
      PlatformTransactionManager transactions,
      BillablePlates plates,
      BillingDrop drop,
      Clock clock) {
    return new StepBuilder("publishExport", jobs)
        .tasklet(new PublishExport(jobs, plates, drop, clock), transactions)
        .build();
  }

  @Bean
  @StepScope
  WindowReader windowReader(
      BillablePlates plates,
      ExportSettings settings,
      @Value("#{jobParameters['window']}") String window) {
    return new WindowReader(plates, ExportWindow.named(window), settings.chunk());
  }

  @Bean
  @StepScope
  BlockWriter blockWriter(
      BillingDrop drop, PlateCsv csv, @Value("#{jobParameters['window']}") String window) {
    return new BlockWriter(drop, csv, ExportRun.fileOf(ExportWindow.named(window)));
  }

  @Bean
  PlateCsv plateCsv(ExportSettings settings) {
    return new PlateCsv(settings);
  }

  @Bean
  ExportPlates exportPlates(
      BillablePlates plates,
      JobOperator operator,
      JobRepository jobs,
      Job billingExport,
      Consumer<ExportOutcome> announceExport,
      Clock clock,
      ExportTurn turn) {
    return new ExportPlates(plates, operator, jobs, billingExport, announceExport, clock, turn);
  }

  @Bean
  BatchHistory batchHistory(JobRepository jobs) {
    return new BatchHistory(jobs);
  }

  @Bean
  Function<Integer, List<BatchExecution>> listBatchExecutions(BatchHistory history) {
    return history::newest;
  }

  @Bean
  Function<Long, ExportOutcome> restartBatchExecution(ExportPlates exports) {
    return exports::restart;
  }

  @Bean
  ExportSchedule exportSchedule(ExportSettings settings) {
    return new ExportSchedule(settings);
  }
}
