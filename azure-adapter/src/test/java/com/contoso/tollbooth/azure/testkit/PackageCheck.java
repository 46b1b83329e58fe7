package com.contoso.tollbooth.azure.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Holds a staged package against the handlers in it: each {@code @FunctionName} has its
 * function.json, each function.json names a script that is there and an entry point that loads.
 */
public final class PackageCheck {
  private static final String HANDLERS = "com/contoso/tollbooth/azure/handlers/";
  private static final Pattern SCRIPT = Pattern.compile("\"scriptFile\"\\s*:\\s*\"([^\"]+)\"");
  private static final Pattern ENTRY = Pattern.compile("\"entryPoint\"\\s*:\\s*\"([^\"]+)\"");
  private static final Pattern TYPE = Pattern.compile("\"type\"\\s*:\\s*\"([^\"]+Trigger)\"");

  private final Path app;
  private final List<String> faults = new ArrayList<>();
  private final Map<String, String> functions = new TreeMap<>();

  private PackageCheck(Path app) {
    this.app = app;
  }

  public static void main(String[] arguments) {
    var check = new PackageCheck(Path.of(arguments[0]));
    check.run();
    check.functions.forEach((name, trigger) -> System.out.printf("%-18s %s%n", name, trigger));
    System.out.printf(
        Locale.ROOT,
        "%d functions, %.1f MB in %s%n",
        check.functions.size(),
        check.size() / 1e6,
        arguments[0]);
    check.faults.forEach(fault -> System.err.println("tollbooth: " + fault));
    System.exit(check.faults.isEmpty() ? 0 : 1);
  }

  /** What is wrong with a package, a sentence each. */
  public static List<String> faults(Path app) {
    var check = new PackageCheck(app);
    check.run();
    return check.faults;
  }

  private void run() {
    Path jar = jar();
    if (jar == null) {
      faults.add("there is no app jar in " + app + ": run ./tollbooth package");
      return;
    }
    try (URLClassLoader loader = loader(jar)) {
      for (String handler : handlers(jar)) {
        expect(Class.forName(handler, false, loader));
      }
      for (Path function : staged()) {
        inspect(function, loader);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException | LinkageError e) {
      faults.add("a handler cannot be loaded: " + e);
    }
  }

  private void expect(Class<?> handler) {
    for (Method method : handler.getMethods()) {
      for (Annotation annotation : method.getAnnotations()) {
        if (annotation.annotationType().getSimpleName().equals("FunctionName")) {
          String name = value(annotation);
          if (!Files.exists(app.resolve(name).resolve("function.json"))) {
            faults.add("the function " + name + " has no function.json");
          }
        }
      }
    }
  }

  private static String value(Annotation annotation) {
    try {
      return (String) annotation.annotationType().getMethod("value").invoke(annotation);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private void inspect(Path function, ClassLoader loader) throws IOException {
    String name = function.getFileName().toString();
    String json = Files.readString(function.resolve("function.json"));
    String script = find(SCRIPT, json);
    String entry = find(ENTRY, json);
    functions.put(name, find(TYPE, json));
    if (!Files.exists(function.resolve(script))) {
      faults.add("the function " + name + " names the script " + script + ", which is not there");
    }
    int dot = entry.lastIndexOf('.');
    try {
      Class<?> type = Class.forName(entry.substring(0, Math.max(0, dot)), false, loader);
      boolean there =
          Arrays.stream(type.getMethods())
              .anyMatch(method -> method.getName().equals(entry.substring(dot + 1)));
      if (!there) {
        faults.add("the function " + name + " names the method " + entry + ", which is not there");
      }
    } catch (ClassNotFoundException | LinkageError e) {
      faults.add("the function " + name + " cannot load " + entry + ": " + e);
    }
  }

  private static String find(Pattern pattern, String json) {
    Matcher matcher = pattern.matcher(json);
    return matcher.find() ? matcher.group(1) : "";
  }

  private Path jar() {
    try (Stream<Path> files = Files.isDirectory(app) ? Files.list(app) : Stream.empty()) {
      return files.filter(file -> file.toString().endsWith(".jar")).findFirst().orElse(null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Path> staged() throws IOException {
    try (Stream<Path> folders = Files.list(app)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("function.json")))
          .sorted()
          .toList();
    }
  }

  private static List<String> handlers(Path jar) throws IOException {
    try (var file = new JarFile(jar.toFile())) {
      return file.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.startsWith(HANDLERS) && name.endsWith(".class"))
          .filter(name -> !name.endsWith("package-info.class"))
          .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
          .toList();
    }
  }

  private URLClassLoader loader(Path jar) throws IOException {
    var urls = new ArrayList<URL>();
    urls.add(url(jar));
    try (Stream<Path> libraries = Files.list(app.resolve("lib"))) {
      libraries.forEach(library -> urls.add(url(library)));
    }
    return new URLClassLoader(urls.toArray(URL[]::new), PackageCheck.class.getClassLoader());
  }

  private static URL url(Path file) {
    try {
      return file.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  private long size() {
    try (Stream<Path> all = Files.walk(app)) {
      return all.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
