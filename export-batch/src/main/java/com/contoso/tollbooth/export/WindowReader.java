package com.contoso.tollbooth.export;

import com.contoso.tollbooth.billing.BillablePlate;
import com.contoso.tollbooth.billing.BillablePlates;
import com.contoso.tollbooth.billing.ExportWindow;
import com.contoso.tollbooth.plate.PassageId;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads a window's plates in order and remembers the last one it read. Open to the step scope's
 * proxy.
 */
class WindowReader implements ItemStreamReader<BillablePlate> {
  private static final String LAST = "lastPassage";

  private final BillablePlates plates;
  private final ExportWindow window;
  private final int pageSize;
  private Iterator<BillablePlate> page = List.<BillablePlate>of().iterator();
  private @Nullable PassageId last;

  WindowReader(BillablePlates plates, ExportWindow window, int pageSize) {
    this.plates = plates;
    this.window = window;
    this.pageSize = pageSize;
  }

  @Override
  public void open(ExecutionContext checkpoint) {
    String passage = checkpoint.getString(LAST, "");
    last = passage.isEmpty() ? null : new PassageId(passage);
    page = List.<BillablePlate>of().iterator();
  }

  @Override
  public @Nullable BillablePlate read() {
    if (!page.hasNext()) {
      page = plates.page(window, last, pageSize).iterator();
      if (!page.hasNext()) {
        return null;
      }
    }
    BillablePlate plate = page.next();
    last = plate.passage();
    return plate;
  }

  @Override
  public void update(ExecutionContext checkpoint) {
    if (last != null) {
      checkpoint.putString(LAST, last.value());
    }
  }
}
