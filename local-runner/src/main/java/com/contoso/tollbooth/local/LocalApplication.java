package com.contoso.tollbooth.local;

import com.contoso.tollbooth.TollBoothFunctions;
import com.contoso.tollbooth.export.BillingExportConfiguration;
import com.contoso.tollbooth.export.ExportTurn;
import com.contoso.tollbooth.local.azure.AzureServicesConfiguration;
import com.contoso.tollbooth.local.broker.BrokerConfiguration;
import com.contoso.tollbooth.local.drop.DropConfiguration;
import com.contoso.tollbooth.local.intake.IntakeConfiguration;
import com.contoso.tollbooth.local.mail.MailConfiguration;
import com.contoso.tollbooth.local.ocr.MeteredOcr;
import com.contoso.tollbooth.local.ocr.OfflineOcr;
import com.contoso.tollbooth.local.store.StoreConfiguration;
import com.contoso.tollbooth.local.store.TablesConfiguration;
import com.contoso.tollbooth.local.usage.UsageConfiguration;
import com.contoso.tollbooth.local.web.WebConfiguration;
import java.time.Clock;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * The offline host: core's functions, and every port over this machine unless a profile puts a
 * service of Azure in its place.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
  TollBoothFunctions.class,
  BillingExportConfiguration.class,
  OfflineOcr.class,
  StoreConfiguration.class,
  TablesConfiguration.class,
  BrokerConfiguration.class,
  IntakeConfiguration.class,
  DropConfiguration.class,
  MailConfiguration.class,
  MeteredOcr.class,
  AzureServicesConfiguration.class,
  LocalPipeline.class,
  LocalSchedules.class,
  UsageConfiguration.class,
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
}
