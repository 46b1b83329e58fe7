package com.contoso.tollbooth.local;

import com.contoso.tollbooth.TollBoothFunctions;
import com.contoso.tollbooth.billing.BillingDrop;
import com.contoso.tollbooth.export.BillingExportConfiguration;
import com.contoso.tollbooth.export.ExportTurn;
import com.contoso.tollbooth.local.broker.BrokerConfiguration;
import com.contoso.tollbooth.local.drop.FolderBillingDrop;
import com.contoso.tollbooth.local.intake.IntakeConfiguration;
import com.contoso.tollbooth.local.mail.MailConfiguration;
import com.contoso.tollbooth.local.ocr.MeteredOcr;
import com.contoso.tollbooth.local.store.StoreConfiguration;
import com.contoso.tollbooth.local.web.WebConfiguration;
import com.contoso.tollbooth.ocr.OcrConfiguration;
import java.time.Clock;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The offline host: core's functions, and every port over this machine. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
  TollBoothFunctions.class,
  BillingExportConfiguration.class,
  OcrConfiguration.class,
  StoreConfiguration.class,
  BrokerConfiguration.class,
  IntakeConfiguration.class,
  MailConfiguration.class,
  MeteredOcr.class,
  LocalPipeline.class,
  LocalSchedules.class,
  WebConfiguration.class
})
public class LocalApplication {
  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  /** The data folder is held by this process alone. */
  @Bean
  ExportTurn exportTurn() {
    return ExportTurn.withinThisProcess();
  }

  @Bean
  BillingDrop billingDrop(LocalSettings settings) {
    return new FolderBillingDrop(settings.home().resolve("exports"));
  }
}
