package com.contoso.tollbooth.azure.items;

import com.azure.cosmos.models.CosmosBatch;
import com.azure.cosmos.models.CosmosBatchItemRequestOptions;
import com.azure.cosmos.models.PartitionKey;

/** Up to 100 writes to one partition, of which all are done or none. */
public final class ItemBatch {
  private static final int MOST = 100;

  /** The service takes 2 MB, with some words about each item and one more at the end. */
  private static final long MOST_BYTES = 1_900_000;

  /** What writing a kilobyte with some indexed values costs, a little more than is published. */
  private static final double NEW = 7;

  private static final double FURTHER_KILOBYTE = 0.5;

  private final String partition;
  private final CosmosBatch operations;
  private int size;
  private long bytes;
  private double estimate;

  public ItemBatch(String partition) {
    this.partition = partition;
    operations = CosmosBatch.createCosmosBatch(new PartitionKey(partition));
  }

  /** Fails the batch if there is one of its id. */
  public ItemBatch create(Item item) {
    operations.createItemOperation(item.fields());
    return counted(item, NEW);
  }

  /** Fails the batch if it has changed since it was read. */
  public ItemBatch replace(Item item) {
    operations.replaceItemOperation(
        item.id(), item.fields(), new CosmosBatchItemRequestOptions().setIfMatchETag(item.etag()));
    return counted(item, 2 * NEW);
  }

  public ItemBatch upsert(Item item) {
    operations.upsertItemOperation(item.fields());
    return counted(item, 2 * NEW);
  }

  public boolean isEmpty() {
    return size == 0;
  }

  /** Whether this one has a place, and a small one after that; in an empty batch it always has. */
  public boolean hasRoomFor(Item next, double units) {
    return isEmpty()
        || size + 2 <= MOST
            && bytes + next.length() <= MOST_BYTES
            && estimate + 2 * estimate / size <= units;
  }

  String partition() {
    return partition;
  }

  CosmosBatch operations() {
    return operations;
  }

  double estimate() {
    return estimate;
  }

  private ItemBatch counted(Item item, double units) {
    int length = item.length();
    size++;
    bytes += length;
    estimate += units + FURTHER_KILOBYTE * length / 1024 * (units / NEW);
    return this;
  }
}
