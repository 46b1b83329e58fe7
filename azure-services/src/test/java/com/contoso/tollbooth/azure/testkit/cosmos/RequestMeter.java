package com.contoso.tollbooth.azure.testkit.cosmos;

import java.util.EnumMap;
import java.util.Map;

/** How many requests of each operation came and what they cost. */
final class RequestMeter {
  private final Map<CosmosOperation, Long> operations = new EnumMap<>(CosmosOperation.class);
  private final Map<CosmosOperation, Double> charges = new EnumMap<>(CosmosOperation.class);

  synchronized void record(CosmosOperation operation, double charge) {
    operations.merge(operation, 1L, Long::sum);
    charges.merge(operation, charge, Double::sum);
  }

  synchronized long operations() {
    return operations.values().stream().mapToLong(Long::longValue).sum();
  }

  synchronized long operations(CosmosOperation operation) {
    return operations.getOrDefault(operation, 0L);
  }

  synchronized double charge() {
    return RequestCharge.rounded(charges.values().stream().mapToDouble(Double::doubleValue).sum());
  }

  synchronized double charge(CosmosOperation operation) {
    return RequestCharge.rounded(charges.getOrDefault(operation, 0.0));
  }

  synchronized void reset() {
    operations.clear();
    charges.clear();
  }
}
