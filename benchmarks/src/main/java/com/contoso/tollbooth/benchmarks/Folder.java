package com.contoso.tollbooth.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** A folder that goes away with its measurement. */
record Folder(Path path) implements AutoCloseable {
  static Folder temporary() throws IOException {
    return new Folder(Files.createTempDirectory("tollbooth-bench"));
  }

  @Override
  public void close() {
    try {
      FileSystemUtils.deleteRecursively(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
