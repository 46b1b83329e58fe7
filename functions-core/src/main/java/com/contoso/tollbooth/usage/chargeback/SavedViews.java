package com.contoso.tollbooth.usage.chargeback;

import java.util.List;

/** Keeps views by name. */
public interface SavedViews {
  /** By name. */
  List<SavedView> all();

  /** Keeps a view or takes the place of the one of its name. */
  void put(SavedView view);

  /** No effect if there is none. */
  void remove(String name);
}
