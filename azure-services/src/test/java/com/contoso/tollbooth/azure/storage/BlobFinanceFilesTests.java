package com.contoso.tollbooth.azure.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.http.HttpMethod;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.util.Configuration;
import com.azure.storage.blob.BlobContainerClientBuilder;
import com.azure.storage.common.policy.RequestRetryOptions;
import com.azure.storage.common.policy.RetryPolicyType;
import com.contoso.tollbooth.azure.testkit.Azurite;
import com.contoso.tollbooth.usage.FinanceFiles;
import com.contoso.tollbooth.usage.FinanceFilesContract;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class BlobFinanceFilesTests extends FinanceFilesContract {
  private FinanceFiles files;

  @BeforeEach
  void open() {
    files = new BlobFinanceFiles(Azurite.running().newContainer());
  }

  @Override
  protected FinanceFiles files() {
    return files;
  }

  @Test
  void knowsItsOwnWriteThoughTheAnswerWasLost() {
    var lost = new AtomicInteger();
    HttpPipelinePolicy losing =
        (call, next) ->
            next.process()
                .flatMap(
                    answer ->
                        call.getHttpRequest().getHttpMethod() == HttpMethod.PUT
                                && lost.incrementAndGet() % 2 == 1
                            ? Mono.error(new IOException("the connection ended"))
                            : Mono.just(answer));
    var container = Azurite.running().newContainer();
    var tired =
        new BlobFinanceFiles(
            new BlobContainerClientBuilder()
                .connectionString(Azurite.running().connectionString())
                .configuration(Configuration.NONE)
                .containerName(container.getBlobContainerName())
                .retryOptions(
                    new RequestRetryOptions(RetryPolicyType.FIXED, 3, (Integer) null, 1L, 1L, null))
                .addPolicy(losing)
                .buildClient());

    assertThat(tired.replace("rules.yaml", null, "one")).isTrue();
    FinanceFiles.FinanceFile one = tired.read("rules.yaml").orElseThrow();
    assertThat(tired.replace("rules.yaml", one, "two")).isTrue();
    assertThat(tired.replace("rules.yaml", one, "two")).as("of another writer").isFalse();

    assertThat(lost).hasValueGreaterThan(2);
    assertThat(tired.read("rules.yaml").orElseThrow().text()).isEqualTo("two");
  }
}
