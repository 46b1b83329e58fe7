package com.contoso.tollbooth.azure.testkit.cosmos;

import com.azure.cosmos.CosmosDatabase;
import com.azure.cosmos.models.CompositePath;
import com.azure.cosmos.models.CompositePathSortOrder;
import com.azure.cosmos.models.CosmosContainerProperties;
import com.azure.cosmos.models.ExcludedPath;
import com.azure.cosmos.models.IncludedPath;
import com.azure.cosmos.models.IndexingMode;
import com.azure.cosmos.models.IndexingPolicy;
import com.azure.cosmos.models.PartitionKeyDefinition;
import com.azure.cosmos.models.PartitionKeyDefinitionVersion;
import com.contoso.tollbooth.azure.cosmos.CosmosStore;
import com.contoso.tollbooth.azure.usage.UsageStore;
import java.util.Arrays;
import java.util.List;

/** The containers with the keys and indexes of {@code infra/modules/cosmos.bicep}. */
public final class InfraContainers {
  private InfraContainers() {}

  public static void create(CosmosDatabase database) {
    IndexingPolicy passages =
        indexing("/state/?", "/arrival/?", "/waiting/?", "/entered/?", "/recordedAt/?");
    passages.setCompositeIndexes(
        List.of(
            List.of(
                new CompositePath().setPath("/state").setOrder(CompositePathSortOrder.ASCENDING),
                new CompositePath()
                    .setPath("/arrival")
                    .setOrder(CompositePathSortOrder.DESCENDING))));
    database.createContainer(container(CosmosStore.PASSAGES, "/id", passages));
    database.createContainer(container(CosmosStore.LEDGER, "/slot", indexing("/slot/?")));
    database.createContainer(
        container(
            CosmosStore.EXPORTS,
            "/id",
            new IndexingPolicy().setAutomatic(false).setIndexingMode(IndexingMode.NONE)));
    createForUsage(database);
  }

  private static void createForUsage(CosmosDatabase database) {
    database.createContainer(
        container(UsageStore.ENROLLMENTS, "/enrollmentNumber", indexing("/enrollmentNumber/?")));
    database.createContainer(
        container(
            UsageStore.JOB_LOG,
            "/fetch",
            indexing(
                "/fetch/?", "/enrollment/?", "/run/?", "/step/?", "/sequence/?", "/unended/?")));
    database.createContainer(
        container(
            UsageStore.USAGE,
            "/partition",
            indexing(
                "/partition/?",
                "/id/?",
                "/generation/?",
                "/dimensions/costCenter/?",
                "/dimensions/resourceGroup/?",
                "/dimensions/service/?",
                "/dimensions/basis/?")));
  }

  private static CosmosContainerProperties container(
      String name, String partitionKey, IndexingPolicy indexing) {
    var key =
        new PartitionKeyDefinition()
            .setPaths(List.of(partitionKey))
            .setVersion(PartitionKeyDefinitionVersion.V2);
    return new CosmosContainerProperties(name, key).setIndexingPolicy(indexing);
  }

  private static IndexingPolicy indexing(String... paths) {
    return new IndexingPolicy()
        .setIncludedPaths(Arrays.stream(paths).map(IncludedPath::new).toList())
        .setExcludedPaths(List.of(new ExcludedPath("/*")));
  }
}
