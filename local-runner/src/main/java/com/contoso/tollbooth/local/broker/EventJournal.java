package com.contoso.tollbooth.local.broker;

import com.contoso.tollbooth.plate.PhotoArrivals;
import com.contoso.tollbooth.plate.PhotoUploaded;
import com.contoso.tollbooth.plate.PlateEvent;
import com.contoso.tollbooth.plate.PlateEvents;
import com.contoso.tollbooth.registry.PassageRegistry;
import com.contoso.tollbooth.registry.PassageState;
import com.contoso.tollbooth.registry.Passages;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Publishes events by writing one delivery for each subscriber, in the caller's transaction if
 * there is one. The same event is kept once for a subscriber that has not handled it yet. An event
 * that nobody subscribes to is not kept.
 */
public final class EventJournal implements PlateEvents, PhotoArrivals {
  static final JsonMapper JSON = JsonMapper.shared();
  private static final String SOURCE = "/tollbooth";

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final PassageRegistry registry;
  private final Passages passages;
  private final Iterable<Subscription<?>> subscriptions;
  private final InstantSource clock;
  private final List<Consumer<String>> wakers = new CopyOnWriteArrayList<>();

  EventJournal(
      JdbcClient jdbc,
      TransactionTemplate transactions,
      PassageRegistry registry,
      Passages passages,
      Iterable<Subscription<?>> subscriptions,
      InstantSource clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.registry = registry;
    this.passages = passages;
    this.subscriptions = subscriptions;
    this.clock = clock;
  }

  @Override
  public void publish(PlateEvent event) {
    transactions.executeWithoutResult(
        status -> deliver(event.id(), event.type(), event.passage().id().value(), event));
  }

  @Override
  public boolean arrived(PhotoUploaded photo) {
    return Boolean.TRUE.equals(
        transactions.execute(
            status -> {
              boolean isNew = registry.receive(photo);
              if (isNew || stranded(photo)) {
                String id = photo.passage().value();
                deliver(id + "/" + PhotoUploaded.TYPE, PhotoUploaded.TYPE, id, photo);
              }
              return isNew;
            }));
  }

  private boolean stranded(PhotoUploaded photo) {
    boolean onItsWay =
        jdbc.sql("SELECT EXISTS (SELECT 1 FROM delivery WHERE passage_id = :id)")
            .param("id", photo.passage().value())
            .query(Boolean.class)
            .single();
    return !onItsWay
        && passages
            .find(photo.passage())
            .filter(passage -> passage.state() == PassageState.RECEIVED)
            .isPresent();
  }

  /** Whether no event waits for anybody; dead letters do not wait. */
  public boolean isEmpty() {
    return jdbc.sql("SELECT NOT EXISTS (SELECT 1 FROM delivery WHERE dead_at IS NULL)")
        .query(Boolean.class)
        .single();
  }

  private void deliver(String eventId, String type, String passage, Object data) {
    String event =
        JSON.writeValueAsString(
            new CloudEvent(
                "1.0",
                eventId,
                SOURCE,
                type,
                passage,
                clock.instant(),
                "application/json",
                JSON.valueToTree(data)));
    for (Subscription<?> subscription : subscriptions) {
      if (subscription.type().equals(type)) {
        jdbc.sql(
                """
                INSERT INTO delivery (event_id, subscriber, type, passage_id, event, not_before)
                VALUES (:eventId, :subscriber, :type, :passage, :event, 0)
                ON CONFLICT (subscriber, event_id) DO NOTHING
                """)
            .param("eventId", eventId)
            .param("subscriber", subscription.subscriber())
            .param("type", type)
            .param("passage", passage)
            .param("event", event)
            .update();
        wakeAfterCommit(subscription.subscriber());
      }
    }
  }

  /**
   * Has a subscriber's workers look for deliveries as soon as the running transaction is committed.
   */
  void wakeAfterCommit(String subscriber) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            wakers.forEach(waker -> waker.accept(subscriber));
          }
        });
  }

  void onWake(Consumer<String> waker) {
    wakers.add(waker);
  }
}
