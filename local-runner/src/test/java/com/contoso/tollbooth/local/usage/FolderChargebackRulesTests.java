package com.contoso.tollbooth.local.usage;

import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.usage.chargeback.ChargebackRules;
import com.contoso.tollbooth.usage.chargeback.ChargebackRulesContract;
import com.contoso.tollbooth.usage.chargeback.RulesVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderChargebackRulesTests extends ChargebackRulesContract {
  @TempDir Path folder;

  /** A new one each time: what counts is in the folder. */
  @Override
  protected ChargebackRules rules() {
    return new FolderChargebackRules(folder.resolve("rules"));
  }

  @Test
  void keepsEachVersionAsAFileToTheLetter() {
    rules().propose("rules: []\n", "anna", NINE);

    assertThat(folder.resolve("rules/1.yaml")).hasContent("rules: []\n");
  }

  @Test
  void aProposalThatWasCutOffWasNeverThere() throws IOException {
    Files.createDirectories(folder.resolve("rules"));
    Files.writeString(folder.resolve("rules/1.yaml"), "half a fi");

    assertThat(rules().find(1)).isEmpty();
    assertThat(rules().propose("whole", "anna", NINE).number()).isEqualTo(1);
    assertThat(rules().find(1)).map(RulesVersion::text).contains("whole");
  }

  @Test
  void proposalsAtOnceAreVersionsOfTheirOwn() throws Exception {
    ChargebackRules shared = rules();
    try (var threads = Executors.newFixedThreadPool(4)) {
      var tasks =
          IntStream.range(0, 20)
              .<Callable<Integer>>mapToObj(
                  i -> () -> shared.propose("text " + i, "anna", NINE).number())
              .toList();
      for (var done : threads.invokeAll(tasks)) {
        assertThat(done.get()).isBetween(1, 20);
      }
    }

    assertThat(IntStream.rangeClosed(1, 20).mapToObj(i -> shared.find(i).orElseThrow().text()))
        .doesNotHaveDuplicates();
  }
}
