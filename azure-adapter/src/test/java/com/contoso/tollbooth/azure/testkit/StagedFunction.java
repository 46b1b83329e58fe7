package com.contoso.tollbooth.azure.testkit;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a function.json of a staged package says. It uses nothing but the JDK, for the worker's
 * sake.
 *
 * @param folder where it lies
 * @param script the jar, empty if none is named
 * @param entryPoint class and method, empty if none is named
 * @param trigger the trigger's type, empty if none is named
 */
record StagedFunction(Path folder, String script, String entryPoint, String trigger) {
  private static final Pattern SCRIPT = Pattern.compile("\"scriptFile\"\\s*:\\s*\"([^\"]+)\"");
  private static final Pattern ENTRY = Pattern.compile("\"entryPoint\"\\s*:\\s*\"([^\"]+)\"");
  private static final Pattern TYPE = Pattern.compile("\"type\"\\s*:\\s*\"([^\"]+Trigger)\"");

  static StagedFunction read(Path folder) throws IOException {
    String json = Files.readString(folder.resolve("function.json"));
    return new StagedFunction(folder, find(SCRIPT, json), find(ENTRY, json), find(TYPE, json));
  }

  /** All of a package, by name. */
  static List<StagedFunction> all(Path app) throws IOException {
    var functions = new ArrayList<StagedFunction>();
    try (Stream<Path> folders = Files.list(app)) {
      for (Path folder : folders.sorted().toList()) {
        if (Files.exists(folder.resolve("function.json"))) {
          functions.add(read(folder));
        }
      }
    }
    return functions;
  }

  /** The package's class path: its jar, then its libraries. */
  static URLClassLoader loader(Path app, Path jar, ClassLoader parent) throws IOException {
    var urls = new ArrayList<URL>();
    urls.add(url(jar));
    try (Stream<Path> libraries = Files.list(app.resolve("lib"))) {
      libraries.sorted().forEach(library -> urls.add(url(library)));
    }
    return new URLClassLoader(urls.toArray(URL[]::new), parent);
  }

  String name() {
    return folder.getFileName().toString();
  }

  Path jar() {
    return folder.resolve(script).normalize();
  }

  String className() {
    return entryPoint.substring(0, Math.max(0, entryPoint.lastIndexOf('.')));
  }

  String methodName() {
    return entryPoint.substring(entryPoint.lastIndexOf('.') + 1);
  }

  private static String find(Pattern pattern, String json) {
    Matcher matcher = pattern.matcher(json);
    return matcher.find() ? matcher.group(1) : "";
  }

  private static URL url(Path file) {
    try {
      return file.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }
}
