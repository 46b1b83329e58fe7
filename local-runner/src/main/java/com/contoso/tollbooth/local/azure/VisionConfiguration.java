package com.contoso.tollbooth.local.azure;

import com.azure.ai.vision.imageanalysis.ImageAnalysisClientBuilder;
import com.azure.core.credential.KeyCredential;
import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.RetryOptions;
import com.azure.core.util.HttpClientOptions;
import com.contoso.tollbooth.azure.vision.AiVisionTextReader;
import com.contoso.tollbooth.local.AzureProfiles;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * Text read by AI Vision; a photo that has to wait waits in the journal, so no call is repeated.
 */
@Configuration(proxyBeanMethods = false)
@Profile(AzureProfiles.VISION)
class VisionConfiguration {
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);

  @Bean
  AiVisionTextReader textReader(AzureSettings settings, Clock clock) {
    return new AiVisionTextReader(
        new ImageAnalysisClientBuilder()
            .endpoint(settings.visionEndpoint())
            .credential(new KeyCredential(settings.visionKey()))
            .clientOptions(new HttpClientOptions().setResponseTimeout(ANSWER_WITHIN))
            .retryOptions(new RetryOptions(new FixedDelayOptions(0, Duration.ZERO)))
            .buildClient(),
        clock);
  }
}
