package com.contoso.tollbooth.local.broker;

import java.util.function.Consumer;

/**
 * One subscriber of one type of event. To listen to an event, declare a bean of this type;
 * publishers do not change.
 *
 * @param subscriber its name, kept with each delivery; by custom the function's
 * @param type the CloudEvents type
 * @param payload what the event's data is read as
 * @param handler what is called; at least once for each event, in no promised order
 * @param workers how many calls may run at once
 * @param batch how many deliveries one transaction takes at most; 1 for a handler that is slow
 */
public record Subscription<T>(
    String subscriber,
    String type,
    Class<T> payload,
    Consumer<? super T> handler,
    int workers,
    int batch) {

  /** A quick handler that only writes to the store. */
  public static <T> Subscription<T> quick(
      String subscriber, String type, Class<T> payload, Consumer<? super T> handler) {
    return new Subscription<>(subscriber, type, payload, handler, 1, 64);
  }

  /** A slow handler of which that many run at once. */
  public static <T> Subscription<T> slow(
      String subscriber, String type, Class<T> payload, Consumer<? super T> handler, int workers) {
    return new Subscription<>(subscriber, type, payload, handler, workers, 1);
  }
}
