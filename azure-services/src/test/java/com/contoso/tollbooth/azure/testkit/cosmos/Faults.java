package com.contoso.tollbooth.azure.testkit.cosmos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Disturbances of the next requests. Only requests for documents are disturbed, not query plans,
 * unless told otherwise; of two disturbances that match a request the older one is used.
 */
public final class Faults {
  private final List<Fault> pending = new ArrayList<>();

  Faults() {}

  /** Begins a disturbance of the next {@code requests} that match. */
  public Disturbance next(int requests) {
    return new Disturbance(requests);
  }

  /** How many requests are still to be disturbed. */
  public synchronized int pending() {
    return pending.stream().mapToInt(fault -> fault.remaining).sum();
  }

  public synchronized void clear() {
    pending.clear();
  }

  synchronized Optional<Effect> take(GatewayRequest request) {
    for (Iterator<Fault> faults = pending.iterator(); faults.hasNext(); ) {
      Fault fault = faults.next();
      if (fault.matches.test(request)) {
        if (--fault.remaining == 0) {
          faults.remove();
        }
        return Optional.of(fault.effect);
      }
    }
    return Optional.empty();
  }

  private synchronized void add(Fault fault) {
    pending.add(fault);
  }

  /** What happens to a request. */
  sealed interface Effect {
    /** The request is not carried out. */
    record Refusal(CosmosFailure failure, Optional<Duration> retryAfter) implements Effect {}

    /** The request is carried out at once, its answer comes late. */
    record Delay(Duration duration) implements Effect {}

    /** The request is carried out, but its connection ends without an answer. */
    record LostAnswer() implements Effect {}
  }

  /** Which requests to disturb, and how. */
  public final class Disturbance {
    private final int requests;
    private String resourceType = "docs";
    private Predicate<GatewayRequest> narrowed = request -> true;
    private boolean planned;

    private Disturbance(int requests) {
      this.requests = requests;
    }

    /** Only requests of this HTTP method. */
    public Disturbance method(String method) {
      narrowed = narrowed.and(request -> request.method().equals(method));
      return this;
    }

    /** Requests for this type ({@code pkranges}, {@code colls}, …) instead of documents. */
    public Disturbance resourceType(String type) {
      resourceType = type;
      return this;
    }

    /** Only this operation. */
    public Disturbance operation(CosmosOperation operation) {
      planned = operation == CosmosOperation.QUERY_PLAN;
      narrowed = narrowed.and(request -> request.operation() == operation);
      return this;
    }

    /** 429: the container's throughput is used up. */
    public void throttled(Duration retryAfter) {
      CosmosFailure failure = new CosmosFailure(429, 3200, "Request rate is large");
      add(new Effect.Refusal(failure, Optional.of(retryAfter)));
    }

    /** 408: the service gave up. */
    public void timedOut() {
      refuse(408, 0, "The operation did not complete in time");
    }

    /** 449: a conflict with another write that a retry may get past. */
    public void conflicted() {
      refuse(449, 0, "Conflicting request to resource has been attempted. Retry");
    }

    /** 410 with substatus 1002: the physical partition has been split or moved. */
    public void partitionGone() {
      refuse(410, CosmosFailure.PARTITION_KEY_RANGE_GONE, "The partition key range is gone");
    }

    /** 500. */
    public void failed() {
      refuse(500, 0, "An unknown error occurred");
    }

    /** 503. */
    public void unavailable() {
      refuse(503, 0, "Service is currently unavailable");
    }

    /** The request is carried out at once, but its answer comes late. */
    public void delayed(Duration duration) {
      add(new Effect.Delay(duration));
    }

    /**
     * A write is carried out and then its connection ends without an answer: the client cannot know
     * that it was carried out. Reads and queries are left alone.
     */
    public void lostAfterWrite() {
      narrowed = narrowed.and(request -> request.operation().writes());
      add(new Effect.LostAnswer());
    }

    private void refuse(int status, int substatus, String message) {
      add(new Effect.Refusal(new CosmosFailure(status, substatus, message), Optional.empty()));
    }

    private void add(Effect effect) {
      Predicate<GatewayRequest> ofType =
          request ->
              request.resourceType().equals(resourceType)
                  && planned == (request.operation() == CosmosOperation.QUERY_PLAN);
      if (requests > 0) {
        Faults.this.add(new Fault(requests, ofType.and(narrowed), effect));
      }
    }
  }

  private static final class Fault {
    private int remaining;
    private final Predicate<GatewayRequest> matches;
    private final Effect effect;

    Fault(int remaining, Predicate<GatewayRequest> matches, Effect effect) {
      this.remaining = remaining;
      this.matches = matches;
      this.effect = effect;
    }
  }
}
