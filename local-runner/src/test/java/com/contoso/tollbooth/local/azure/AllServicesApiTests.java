package com.contoso.tollbooth.local.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.azure.testkit.cosmos.CosmosOperation;
import com.contoso.tollbooth.local.AzureProfiles;
import org.junit.jupiter.api.Test;

class AllServicesApiTests extends ServicesApiContract {
  AllServicesApiTests() {
    super(AzureProfiles.STORAGE, AzureProfiles.VISION, AzureProfiles.COSMOS, AzureProfiles.MAIL);
  }

  @Test
  void readsByAiVisionAndRemembersInCosmosDb() throws Exception {
    int read = services().vision.calls();
    long created = services().cosmos.operations(CosmosOperation.CREATE);

    awaitState(upload("booth-9/read.jpg", photo("KLT4791", 0.999)), "BILLABLE");

    assertThat(services().vision.calls()).isGreaterThan(read);
    assertThat(services().cosmos.operations(CosmosOperation.CREATE)).isGreaterThan(created);
  }
}
