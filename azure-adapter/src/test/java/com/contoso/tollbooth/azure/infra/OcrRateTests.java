package com.contoso.tollbooth.azure.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.azure.cosmos.LedgerSettings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/**
 * Whether the functions ask no more of other services than these bear.
 *
 * <p>AI Vision S1 answers 20 calls a second; more are refused with 429. An instance reads {@code
 * batchSize + newBatchThreshold} photos at a time: it fetches {@code batchSize} messages, and again
 * as many once no more than {@code newBatchThreshold} are being worked on. A photo is one call, and
 * a call lasts about a second, so a place reads one photo a second:
 *
 * <pre>
 *   instances x (batchSize + newBatchThreshold) / latency  =  calls a second
 *   5         x (2         + 2                ) / 1 s      =  20
 * </pre>
 *
 * <p>That is the limit itself. Whoever raises one number lowers another, or has the limit raised
 * and changes it here. A call that lasts less than a second is refused now and then and repeated
 * later, which the circuit breaker sees to; the alert {@code ocr-throttled} says if it lasts.
 *
 * <p>Instances are counted for each function, and only {@code photoUploaded} reads photos.
 */
class OcrRateTests {
  private static final String QUEUES = "extensions.queues.";
  private static final int S1_CALLS_A_SECOND = 20;
  private static final double LATENCY_SECONDS = 1;

  /** Smallest and largest value that the host takes, times in seconds. */
  private record Limits(double least, double most) {}

  /**
   * What host.json's reference and the queue service say. On Flex Consumption a function may run
   * for ever; a queue keeps a message invisible for a week at most; no polling interval is shorter
   * than 100 ms, and one longer than the default minute would only make photos late.
   */
  private static final Map<String, Limits> DOCUMENTED =
      Map.of(
          "functionTimeout",
          new Limits(1, Double.POSITIVE_INFINITY),
          QUEUES + "batchSize",
          new Limits(1, 32),
          QUEUES + "newBatchThreshold",
          new Limits(0, Double.POSITIVE_INFINITY),
          QUEUES + "visibilityTimeout",
          new Limits(0, Duration.ofDays(7).toSeconds()),
          QUEUES + "maxDequeueCount",
          new Limits(1, Double.POSITIVE_INFINITY),
          QUEUES + "maxPollingInterval",
          new Limits(0.1, 60));

  private final HostJson host = HostJson.read();

  @ParameterizedTest
  @ValueSource(strings = {"main.bicep", "main.dev.bicepparam", "main.prod.bicepparam"})
  void asksAiVisionNoMoreOftenThanItAnswers(String file) {
    int instances =
        Integer.parseInt(Repository.template(file).value("param", "maximumInstances").text());
    int atATime = host.number(QUEUES + "batchSize") + host.number(QUEUES + "newBatchThreshold");

    assertThat(instances).isPositive();
    assertThat(instances * atATime / LATENCY_SECONDS)
        .isPositive()
        .isLessThanOrEqualTo(S1_CALLS_A_SECOND);
  }

  @Test
  void knowsTheTierThatIsDeployed() {
    BicepValue vision = Repository.template("modules/vision.bicep").value("resource", "vision");

    assertThat(vision.get("sku", "name").text()).isEqualTo("S1");
    assertThat(vision.get("kind").text()).isEqualTo("ComputerVision");
  }

  @Test
  void givesInstancesToFunctionsAsMainSays() {
    BicepValue app = Repository.template("modules/functions.bicep").value("resource", "app");
    BicepValue functions = Repository.template("main.bicep").value("module", "functions");

    assertThat(
            app.get(
                    "properties",
                    "functionAppConfig",
                    "scaleAndConcurrency",
                    "maximumInstanceCount")
                .text())
        .isEqualTo("maximumInstances");
    assertThat(functions.get("params", "maximumInstances").text()).isEqualTo("maximumInstances");
  }

  /** A writer that hangs must be gone before its window closes: see the package of the ledger. */
  @Test
  void endsAFunctionBeforeHalfTheLedgersMarginIsOver() {
    Duration margin =
        new Binder(new MapConfigurationPropertySource())
            .bindOrCreate("tollbooth.ledger", LedgerSettings.class)
            .margin();

    assertThat(margin).isPositive();
    assertThat(host.duration("functionTimeout")).isPositive().isLessThan(margin.dividedBy(2));
  }

  /** Event Grid writes base64 into a queue, and so does the adapter. */
  @Test
  void readsMessagesAsEventGridWritesThem() {
    assertThat(host.text(QUEUES + "messageEncoding")).isEqualTo("base64");
    assertThat(Repository.text(Repository.SOURCES.resolve("AzureConfiguration.java")))
        .contains("messageEncoding(QueueMessageEncoding.BASE64)");
  }

  @Test
  void staysWithinTheHostsLimits() {
    assertThat(host.text("version")).isEqualTo("2.0");
    assertThat(host.numbers()).isNotEmpty();
    assertThat(host.numbers())
        .allSatisfy(
            (setting, number) -> {
              assertThat(DOCUMENTED).as("limits that are known").containsKey(setting);
              Limits limits = DOCUMENTED.get(setting);
              assertThat(number).as(setting).isBetween(limits.least(), limits.most());
            });
  }
}
