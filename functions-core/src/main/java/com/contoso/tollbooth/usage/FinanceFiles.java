package com.contoso.tollbooth.usage;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Small files that people may write as well as the program: the chargeback rules, who may read
 * what, saved views. A file is there whole or not at all.
 */
public interface FinanceFiles {
  /** A file as it is now. */
  Optional<FinanceFile> read(String name);

  /**
   * Puts a text in the place of what was read, kept safely when the call returns.
   *
   * @param was what was read, or {@code null} if there was nothing
   * @return false, and nothing is written, if that is no longer what is there
   */
  boolean replace(String name, @Nullable FinanceFile was, String text);

  /**
   * A file's name: up to 100 letters, digits, dots and dashes, so that it is one on every host.
   *
   * @throws IllegalArgumentException if this is none
   */
  static String checked(String name) {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9.-]{0,99}")) {
      throw new IllegalArgumentException(
          "a finance file's name is 1 to 100 letters, digits, dots and dashes");
    }
    return name;
  }

  /**
   * A file as it was read.
   *
   * @param version tells this state of the file from those after it
   */
  record FinanceFile(String text, String version) {}
}
