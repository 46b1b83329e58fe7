package com.contoso.tollbooth.local.usage.simulator;

import java.util.List;

/**
 * What a resource can be.
 *
 * @param meters each of which gives it a line a day
 */
record Product(String service, String type, String prefix, List<Integer> meters) {
  static final List<Product> ALL =
      List.of(
          new Product("Microsoft.Compute", "virtualMachines", "vm", List.of(0, 3, 4)),
          new Product("Microsoft.Compute", "virtualMachines", "app", List.of(1, 3)),
          new Product("Microsoft.Compute", "virtualMachines", "lab", List.of(2)),
          new Product("Microsoft.Storage", "storageAccounts", "st", List.of(5, 6, 4)),
          new Product("Microsoft.Sql", "servers", "sql", List.of(7, 8)),
          new Product("Microsoft.DocumentDB", "databaseAccounts", "cosmos", List.of(9, 10)),
          new Product("Microsoft.Web", "sites", "func", List.of(11, 12)),
          new Product("Microsoft.Web", "serverfarms", "plan", List.of(13)),
          new Product("Microsoft.KeyVault", "vaults", "kv", List.of(14)),
          new Product("Microsoft.OperationalInsights", "workspaces", "log", List.of(15)),
          new Product("Microsoft.EventHub", "namespaces", "evh", List.of(16, 17)),
          new Product("Microsoft.CognitiveServices", "accounts", "ai", List.of(18)),
          new Product("Microsoft.ApiManagement", "service", "apim", List.of(19)),
          new Product("Microsoft.ContainerService", "managedClusters", "aks", List.of(20, 1)));
}
