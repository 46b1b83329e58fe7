package com.contoso.tollbooth.azure.cosmos;

import static com.contoso.tollbooth.plate.SamplePassages.uploaded;
import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.plate.PhotoArrivals;
import com.contoso.tollbooth.plate.PhotoUploaded;
import com.contoso.tollbooth.plate.PlateEvents;
import com.contoso.tollbooth.reconciliation.KnownPassages;
import com.contoso.tollbooth.reconciliation.ReconciliationConfiguration;
import com.contoso.tollbooth.reconciliation.ReconciliationReport;
import com.contoso.tollbooth.reconciliation.StoredPhotos;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Reconciliation over the database, with a queue that fills as photos are sent on their way. */
class CosmosKnownPassagesTests {
  private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");

  private final TestDatabase database = new TestDatabase();
  private final List<PhotoUploaded> stored = new ArrayList<>();
  private final List<PhotoUploaded> queue = new ArrayList<>();

  @AfterEach
  void close() {
    database.close();
  }

  private void received(int photos) {
    database.set(TEN);
    IntStream.range(0, photos)
        .mapToObj(n -> PassageItems.received(uploaded(n), TEN.toEpochMilli()))
        .forEach(item -> database.store.passages().create(item, item.id()));
    database.set(TEN.plus(Duration.ofHours(2)));
  }

  @SuppressWarnings("unchecked") // the bean's type, as its configuration declares it
  private ReconciliationReport reconcile() {
    try (var context = new AnnotationConfigApplicationContext()) {
      context.register(ReconciliationConfiguration.class);
      context.registerBean(StoredPhotos.class, () -> stored::stream);
      context.registerBean(
          KnownPassages.class,
          () -> new CosmosKnownPassages(database.store, queue::isEmpty, database.stoppedClock()));
      context.registerBean(PhotoArrivals.class, () -> queue::add);
      context.registerBean(PlateEvents.class, () -> event -> {});
      context.addBeanFactoryPostProcessor(
          beans ->
              Stream.of(beans.getBeanDefinitionNames())
                  .forEach(name -> beans.getBeanDefinition(name).setLazyInit(true)));
      context.refresh();
      return ((Supplier<ReconciliationReport>) context.getBean("reconcile")).get();
    }
  }

  @Test
  void sendsAllStrandedPhotosOnTheirWayInOneRun() {
    received(1100);

    assertThat(reconcile().redriven()).isEqualTo(1100);
    assertThat(queue)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 1100).mapToObj(n -> uploaded(n)).toList());
  }

  @Test
  void sendsStrandedPhotosBesideThoseThatNobodyHeardOf() {
    received(3);
    Stream.of(uploaded(1), uploaded(7)).forEach(stored::add);

    assertThat(reconcile()).isEqualTo(new ReconciliationReport(2, 1, 4));
    assertThat(queue).containsExactlyInAnyOrder(uploaded(0), uploaded(1), uploaded(2), uploaded(7));
  }

  @Test
  void leavesPhotosAloneWhoseMessagesMayStillWait() {
    received(3);
    queue.add(uploaded(0));

    assertThat(reconcile().redriven()).isZero();
    assertThat(queue).containsExactly(uploaded(0));
  }
}
