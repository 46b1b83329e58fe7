package com.contoso.tollbooth.ocr;

import com.contoso.tollbooth.recognition.PhotoContent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A photo that is a file. */
record FileContent(Path file) implements PhotoContent {
  @Override
  public InputStream open() throws IOException {
    return Files.newInputStream(file);
  }

  @Override
  public long size() {
    return file.toFile().length();
  }
}
