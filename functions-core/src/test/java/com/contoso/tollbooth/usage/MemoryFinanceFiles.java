package com.contoso.tollbooth.usage;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finance's files in memory. */
public final class MemoryFinanceFiles implements FinanceFiles {
  private final Map<String, FinanceFile> files = new TreeMap<>();

  @Override
  public synchronized Optional<FinanceFile> read(String name) {
    return Optional.ofNullable(files.get(FinanceFiles.checked(name)));
  }

  @Override
  public synchronized boolean replace(String name, @Nullable FinanceFile was, String text) {
    FinanceFile is = files.get(FinanceFiles.checked(name));
    if (is == null ? was != null : !is.equals(was)) {
      return false;
    }
    files.put(name, new FinanceFile(text, text));
    return true;
  }
}
