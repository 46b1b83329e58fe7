package com.contoso.tollbooth.azure.items;

import com.azure.cosmos.CosmosException;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** Makes calls of one container patiently and within the budget, and tells what each cost. */
final class Charges {
  private final String container;
  private final MeterRegistry meters;
  private final RequestBudget budget;

  Charges(String container, MeterRegistry meters, RequestBudget budget) {
    this.container = container;
    this.meters = meters;
    this.budget = budget;
  }

  /** What one call should cost at most. */
  double share() {
    return budget.share();
  }

  <T> T patiently(String operation, double estimate, Supplier<T> call, ToDoubleFunction<T> charge) {
    return Patience.patiently(budget, () -> once(operation, estimate, call, charge));
  }

  /** A call of several parts, each of which tells its charge by itself. */
  <T> T patiently(Supplier<T> call) {
    return Patience.patiently(budget, call);
  }

  private <T> T once(
      String operation, double estimate, Supplier<T> call, ToDoubleFunction<T> charge) {
    RequestBudget.Request request = budget.reserve(estimate);
    double units = 0;
    try {
      T response = call.get();
      units = charge.applyAsDouble(response);
      return response;
    } catch (CosmosException e) {
      units = e.getRequestCharge();
      throw e;
    } finally {
      request.cost(units);
      tell(operation, units);
    }
  }

  void tell(String operation, double units) {
    meters
        .counter("tollbooth.cosmos.request.charge", "container", container, "operation", operation)
        .increment(units);
  }
}
