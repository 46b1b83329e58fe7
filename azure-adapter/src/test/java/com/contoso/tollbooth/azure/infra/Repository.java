package com.contoso.tollbooth.azure.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files that tests of infra read, as seen from this module's folder. */
final class Repository {
  static final Path INFRA = Path.of("..", "infra");
  static final Path WORKFLOWS = Path.of("..", ".github", "workflows");
  static final Path SETTINGS = Path.of("src", "main", "resources", "application.yaml");
  static final Path HOST = Path.of("host.json");
  static final Path SOURCES =
      Path.of("src", "main", "java", "com", "contoso", "tollbooth", "azure");

  /** Of the adapters, which other hosts use too. */
  static final Path SERVICES = Path.of("..", "azure-services").resolve(SOURCES);

  private Repository() {}

  static BicepFile template(String name) {
    return BicepFile.read(INFRA.resolve(name));
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of all files below a folder whose names end so. */
  static String texts(Path folder, String... endings) {
    return files(folder, endings).stream().map(Repository::text).collect(Collectors.joining("\n"));
  }

  static List<Path> files(Path folder, String... endings) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first group of every match. */
  static Set<String> found(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
