package com.contoso.tollbooth.local.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The person who looks at the lines that cannot be read and finds that nothing can be saved. */
record DemoErrors(Path folder) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** The files of rejected lines. */
  List<String> files() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith("-lines.ndjson"))
          .sorted()
          .toList();
    }
  }

  /** Empties the text of each line, which drops it; says how many there were. */
  int drop(String file) throws IOException {
    Path path = folder.resolve(file);
    List<String> lines = Files.readAllLines(path);
    Files.write(path, lines.stream().map(DemoErrors::emptied).toList());
    return lines.size();
  }

  private static String emptied(String line) {
    JsonNode rejected = JSON.readTree(line);
    return ((ObjectNode) rejected).put("text", "").toString();
  }
}
