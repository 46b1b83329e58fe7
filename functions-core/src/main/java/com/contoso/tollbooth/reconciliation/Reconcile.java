package com.contoso.tollbooth.reconciliation;

import com.contoso.tollbooth.plate.PassageId;
import com.contoso.tollbooth.plate.PhotoArrivals;
import com.contoso.tollbooth.plate.PhotoUploaded;
import com.contoso.tollbooth.plate.PlateEvent;
import com.contoso.tollbooth.plate.PlateEvents;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Sends on its way whatever a crash, a lost event or a quiet file copy left lying. Runs any number
 * of times, beside the pipeline at work, with bounded memory.
 */
record Reconcile(
    StoredPhotos stored, KnownPassages registry, PhotoArrivals arrivals, PlateEvents events)
    implements Supplier<ReconciliationReport> {
  private static final int BATCH = 500;

  @Override
  public ReconciliationReport get() {
    try (Stream<PhotoUploaded> stranded = registry.stranded();
        Stream<PhotoUploaded> all = stored.all()) {
      return reconcile(all, stranded);
    }
  }

  /** What is stranded was asked before anything was sent on its way. */
  private ReconciliationReport reconcile(
      Stream<PhotoUploaded> all, Stream<PhotoUploaded> stranded) {
    long photos = 0;
    long known = 0;
    long redriven = 0;
    Iterator<PhotoUploaded> photo = all.iterator();
    while (photo.hasNext()) {
      List<PhotoUploaded> batch = next(photo);
      Set<PassageId> there = registry.known(batch.stream().map(PhotoUploaded::passage).toList());
      photos += batch.size();
      known += batch.stream().filter(p -> there.contains(p.passage())).count();
      redriven +=
          batch.stream()
              .filter(p -> !there.contains(p.passage()))
              .filter(arrivals::arrived)
              .count();
    }
    return new ReconciliationReport(photos, known, redriven + redrive(stranded) + retell());
  }

  private static List<PhotoUploaded> next(Iterator<PhotoUploaded> photos) {
    var batch = new ArrayList<PhotoUploaded>(BATCH);
    while (photos.hasNext() && batch.size() < BATCH) {
      batch.add(photos.next());
    }
    return batch;
  }

  private long redrive(Stream<PhotoUploaded> stranded) {
    long redriven = 0;
    for (PhotoUploaded photo : (Iterable<PhotoUploaded>) stranded::iterator) {
      arrivals.arrived(photo);
      redriven++;
    }
    return redriven;
  }

  /** One batch at most: a fact that was told takes effect only when its subscriber gets it. */
  private long retell() {
    List<PlateEvent> untold = registry.untold(BATCH);
    untold.forEach(events::publish);
    return untold.size();
  }
}
