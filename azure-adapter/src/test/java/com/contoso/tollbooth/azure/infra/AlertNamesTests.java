package com.contoso.tollbooth.azure.infra;

import static com.contoso.tollbooth.azure.infra.Repository.found;
import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.billing.ExportOutcome.Status;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Whether alerts and workbook look for what the functions say. */
class AlertNamesTests {
  private static final String TELEMETRY =
      Repository.texts(Repository.INFRA, "telemetry.bicep", "workbook.json");
  private static final Set<String> LOGGED =
      found(
          "log\\.\\w+\\(\\s*\"([^\"]+)\"",
          Repository.texts(Repository.SOURCES, ".java")
              + Repository.texts(Repository.SERVICES, ".java"));

  /** They know the export by this part of its name. */
  @Test
  void functions() {
    assertThat(found("Name contains [\"'](\\w+)[\"']", TELEMETRY))
        .isNotEmpty()
        .allSatisfy(part -> assertThat(AppFunctions.names()).anyMatch(name -> name.contains(part)));
  }

  @Test
  void logLines() {
    var words = new TreeSet<String>();
    found("has_any \\(([^)]+)\\)", TELEMETRY)
        .forEach(list -> words.addAll(found("[\"']([^\"']{3,})[\"']", list)));

    assertThat(words)
        .containsExactlyInAnyOrder(
            "Dead letter",
            "is kept apart",
            "Export " + Status.FAILED,
            "Export " + Status.PARTLY_EXPORTED);
    assertThat(LOGGED)
        .anyMatch(line -> line.startsWith("Dead letter {}: "))
        .anyMatch(line -> line.contains(" is kept apart: "))
        .anyMatch(line -> line.startsWith("Export {}: "));
  }

  /** What a function prints is of this category, and at this level. */
  @Test
  void hostHandsOnWhatFunctionsPrint() {
    assertThat(
            HostJson.read()
                .root()
                .path("logging")
                .path("logLevel")
                .path("Host.Function.Console")
                .asString())
        .isEqualTo("Information");
  }

  /** A request or exception that is sampled away would look like an export that never ran. */
  @Test
  void hostSendsEveryRequest() {
    assertThat(HostJson.read().text("logging.applicationInsights.samplingSettings.excludedTypes"))
        .isEqualTo("Request;Exception");
  }
}
