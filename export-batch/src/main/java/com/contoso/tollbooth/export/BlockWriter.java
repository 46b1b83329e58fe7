package com.contoso.tollbooth.export;

import com.contoso.tollbooth.billing.BillablePlate;
import com.contoso.tollbooth.billing.BillingDrop;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;

/**
 * Stages each chunk as one numbered block. A chunk that is written again after a crash has the same
 * number and the same bytes.
 */
class BlockWriter implements ItemStreamWriter<BillablePlate> {
  static final String BLOCKS = "blocks";
  static final String ROWS = "rows";

  private final BillingDrop drop;
  private final PlateCsv csv;
  private final String file;
  private int blocks;
  private long rows;

  BlockWriter(BillingDrop drop, PlateCsv csv, String file) {
    this.drop = drop;
    this.csv = csv;
    this.file = file;
  }

  @Override
  public void open(ExecutionContext checkpoint) {
    blocks = checkpoint.getInt(BLOCKS, 0);
    rows = checkpoint.getLong(ROWS, 0);
  }

  @Override
  public void write(Chunk<? extends BillablePlate> chunk) {
    drop.stage(file, blocks, csv.render(chunk.getItems(), blocks == 0));
    blocks++;
    rows += chunk.size();
  }

  @Override
  public void update(ExecutionContext checkpoint) {
    checkpoint.putInt(BLOCKS, blocks);
    checkpoint.putLong(ROWS, rows);
  }
}
