package com.contoso.tollbooth.local.ocr;

import com.contoso.tollbooth.local.AzureProfiles;
import com.contoso.tollbooth.ocr.OcrConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;

/** The engine that needs no network, unless another is asked for. */
@Configuration(proxyBeanMethods = false)
@Profile("!" + AzureProfiles.VISION)
@Import(OcrConfiguration.class)
public class OfflineOcr {}
