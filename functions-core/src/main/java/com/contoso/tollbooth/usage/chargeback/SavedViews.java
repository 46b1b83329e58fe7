package com.contoso.tollbooth.usage.chargeback;

import com.contoso.tollbooth.usage.FinanceFiles;
import com.contoso.tollbooth.usage.FinanceList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Keeps views by name. While nobody changed any, the one of the pipeline's own cost is there. */
public final class SavedViews {
  private final FinanceList<SavedView> views;

  public SavedViews(FinanceFiles files) {
    views = new FinanceList<>(files, "views.json", SavedView.class, List.of(SavedView.OWN_COST));
  }

  /** By name. */
  public List<SavedView> all() {
    return views.read();
  }

  /** Keeps a view or takes the place of the one of its name. */
  public void put(SavedView view) {
    views.change(
        all -> {
          List<SavedView> kept = without(view.name(), all);
          kept.add(view);
          kept.sort(Comparator.comparing(SavedView::name));
          return kept;
        });
  }

  /** No effect if there is none. */
  public void remove(String name) {
    views.change(all -> without(name, all));
  }

  private static List<SavedView> without(String name, List<SavedView> all) {
    var rest = new ArrayList<>(all);
    rest.removeIf(view -> view.name().equals(name));
    return rest;
  }
}
