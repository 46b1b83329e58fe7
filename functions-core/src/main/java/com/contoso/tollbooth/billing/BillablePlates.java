package com.contoso.tollbooth.billing;

import com.contoso.tollbooth.plate.PassageId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The billing ledger: billable plates, each entered once and never changed, cut by recording time
 * into windows that are exported once.
 *
 * <p>A plate belongs to the window in which it was recorded. Once a window is closed no plate
 * enters it any more, whatever the clock says and whoever writes at that moment; windows follow
 * each other without gap or overlap.
 */
public interface BillablePlates {
  /**
   * Closes the window that runs since the last closing time.
   *
   * @param closing when to close it. A plate recorded before the call is in it or in an earlier
   *     window; a ledger with many writers may leave what is younger than its safety margin to the
   *     next window
   * @return the window, or empty if {@code closing} is not after the last closing time and nothing
   *     was recorded since. Of two calls at once, each gets another window or nothing.
   */
  Optional<ExportWindow> closeWindow(Instant closing);

  /** The closed windows that are not yet settled, oldest first. */
  List<ExportWindow> unsettled();

  /**
   * Returns the next plates of a closed window in an order of the ledger's own. The same arguments
   * give the same page.
   *
   * @param after last passage already read, or {@code null} to start the window
   */
  List<BillablePlate> page(ExportWindow window, @Nullable PassageId after, int limit);

  /**
   * Records that billing has the window whole (or that it held nothing): its passages count as
   * exported from now on. Idempotent.
   */
  void settle(ExportWindow window, long rows);
}
