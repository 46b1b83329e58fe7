package com.contoso.tollbooth.azure.storage;

import com.contoso.tollbooth.plate.PhotoArrivals;
import com.contoso.tollbooth.plate.PhotoUploaded;
import com.contoso.tollbooth.registry.PassageRegistry;
import com.contoso.tollbooth.registry.PassageState;
import com.contoso.tollbooth.registry.Passages;
import java.time.Duration;

/**
 * Enters a photo as received and queues it. Event Grid tells of every new blob too, so the message
 * waits some minutes: it finds the photo read already, unless the event was lost.
 */
public final class QueuePhotoArrivals implements PhotoArrivals {
  private static final Duration AFTER_THE_EVENT = Duration.ofMinutes(5);

  private final PassageRegistry registry;
  private final Passages passages;
  private final PhotoQueue queue;

  public QueuePhotoArrivals(PassageRegistry registry, Passages passages, PhotoQueue queue) {
    this.registry = registry;
    this.passages = passages;
    this.queue = queue;
  }

  @Override
  public boolean arrived(PhotoUploaded photo) {
    boolean isNew = registry.receive(photo);
    if (isNew || stillReceived(photo)) {
      queue.send(photo, AFTER_THE_EVENT);
    }
    return isNew;
  }

  private boolean stillReceived(PhotoUploaded photo) {
    return passages
        .find(photo.passage())
        .filter(passage -> passage.state() == PassageState.RECEIVED)
        .isPresent();
  }
}
