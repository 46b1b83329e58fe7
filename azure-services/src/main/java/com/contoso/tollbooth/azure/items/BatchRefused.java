package com.contoso.tollbooth.azure.items;

import com.azure.cosmos.CosmosException;
import com.azure.cosmos.models.CosmosBatchResponse;
import java.time.Duration;

/** A batch of which nothing was done; the client reports it as an answer like any other. */
final class BatchRefused extends CosmosException {
  private static final long serialVersionUID = 1;

  private final Duration retryAfter;
  private final double charge;

  BatchRefused(CosmosBatchResponse response) {
    super(response.getStatusCode(), response.getErrorMessage());
    retryAfter = response.getRetryAfterDuration();
    charge = response.getRequestCharge();
  }

  @Override
  public double getRequestCharge() {
    return charge;
  }

  @Override
  public Duration getRetryAfterDuration() {
    return retryAfter;
  }
}
