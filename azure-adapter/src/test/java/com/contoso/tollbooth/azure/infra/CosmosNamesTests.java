package com.contoso.tollbooth.azure.infra;

import static com.contoso.tollbooth.azure.infra.Repository.found;
import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.azure.cosmos.CosmosStore;
import com.contoso.tollbooth.azure.usage.UsageStore;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whether the database has the containers, keys and indexes that the queries need, and no more. */
class CosmosNamesTests {
  private static final BicepFile COSMOS = Repository.template("modules/cosmos.bicep");
  private static final String CODE =
      Repository.texts(Repository.SERVICES.resolve("cosmos"), ".java");

  /** Fields that queries name and no index holds, with the reason. */
  private static final Map<String, String> NOT_INDEXED =
      Map.of(
          "id", "the service indexes it by itself",
          "leasedBy", "looked at among the few passages in state REVIEW",
          "leasedUntil", "looked at among the few passages in state REVIEW",
          "resolution", "looked at among the few passages in state REVIEW",
          "resolvedAt", "looked at among the few passages in state REVIEW");

  @Test
  void database() {
    assertThat(COSMOS.resolve(COSMOS.value("resource", "database").get("name")))
        .isEqualTo(CosmosStore.DATABASE);
    assertThat(
            COSMOS.resolve(
                COSMOS.value("resource", "database").get("properties", "resource", "id")))
        .isEqualTo(CosmosStore.DATABASE);
    assertThat(COSMOS.value("output", "databaseName").text()).isEqualTo("database.name");
  }

  @Test
  void containersAndPartitionKeys() {
    assertThat(
            COSMOS.value("var", "containers").items().stream()
                .collect(
                    Collectors.toMap(
                        it -> it.get("name").text(), it -> it.get("partitionKey").text())))
        .containsOnly(
            Map.entry(CosmosStore.PASSAGES, "/id"),
            Map.entry(CosmosStore.LEDGER, "/slot"),
            Map.entry(CosmosStore.EXPORTS, "/id"),
            Map.entry(UsageStore.ENROLLMENTS, "/enrollmentNumber"),
            Map.entry(UsageStore.JOB_LOG, "/fetch"),
            Map.entry(UsageStore.USAGE, "/partition"));
  }

  @Test
  void whatIsQueriedIsIndexed() {
    var queried = new TreeSet<>(found("\\bc\\.(\\w+)(?=[^\"\\n]*\")", CODE));
    assertThat(queried).containsAll(NOT_INDEXED.keySet());
    queried.removeAll(NOT_INDEXED.keySet());

    assertThat(indexed(CosmosStore.PASSAGES)).isEqualTo(queried);
  }

  /** Ordering by what is not indexed is refused by the service. */
  @Test
  void whatOrdersIsIndexed() {
    assertThat(found("ORDER BY c\\.(\\w+)", CODE))
        .isNotEmpty()
        .isSubsetOf(indexed(CosmosStore.PASSAGES));
  }

  /** A partition key is indexed only if named. */
  @Test
  void ledgerIsReadByItsPartitionKey() {
    assertThat(indexed(CosmosStore.LEDGER)).containsOnly("slot");
    assertThat(policy(CosmosStore.EXPORTS).get("indexingMode").text()).isEqualTo("none");
  }

  @Test
  void whatIsIndexedIsWritten() {
    Set<String> written = found("\\.with\\(\\s*\"(\\w+)\"", CODE);

    assertThat(written)
        .containsAll(indexed(CosmosStore.PASSAGES))
        .containsAll(indexed(CosmosStore.LEDGER));
  }

  @Test
  void compositeIndexesAreOfIndexedPaths() {
    for (BicepValue index : policy(CosmosStore.PASSAGES).get("compositeIndexes").items()) {
      assertThat(index.items())
          .allSatisfy(
              part ->
                  assertThat(indexed(CosmosStore.PASSAGES))
                      .contains(part.get("path").text().substring(1)));
    }
  }

  @Test
  void whatIsQueriedOfUsageIsIndexed() {
    String code = Repository.texts(Repository.SERVICES.resolve("usage"), ".java");
    var selected = Set.of("digest", "live", "dimensions", "amount", "quantity", "reported");
    var queried = new TreeSet<>(found("\\bc\\.(\\w+)(?=[^\"\\n]*\")", code));
    queried.removeAll(selected);
    UsageStore.FOUND_BY.forEach(each -> queried.add("dimensions/" + each));
    queried.addAll(Set.of("partition", "fetch"));
    var indexed = new TreeSet<>(indexed(UsageStore.USAGE));
    indexed.addAll(indexed(UsageStore.JOB_LOG));

    assertThat(indexed).isEqualTo(queried);
    assertThat(indexed(UsageStore.ENROLLMENTS)).containsOnly("enrollmentNumber");
    assertThat(found("ORDER BY c\\.(\\w+)", code)).isNotEmpty().isSubsetOf(indexed);
  }

  private static Set<String> indexed(String container) {
    BicepValue policy = policy(container);
    assertThat(policy.get("excludedPaths").items())
        .extracting(path -> path.get("path").text())
        .as("all that is not named")
        .containsExactly("/*");
    return policy.get("includedPaths").items().stream()
        .map(path -> path.get("path").text())
        .map(path -> path.substring(1, path.length() - "/?".length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static BicepValue policy(String container) {
    return COSMOS.value("var", "containers").items().stream()
        .filter(it -> it.get("name").text().equals(container))
        .map(it -> it.get("indexingPolicy"))
        .findFirst()
        .orElseThrow();
  }
}
