package com.contoso.tollbooth.azure;

import com.contoso.tollbooth.TollBoothFunctions;
import com.contoso.tollbooth.export.BillingExportConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The production host: core's functions and the export over Azure's services. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({TollBoothFunctions.class, BillingExportConfiguration.class})
public class AzureApplication {}
