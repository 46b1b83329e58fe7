package com.contoso.tollbooth.azure.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
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
import java.util.stream.Stream;

/**
 * Holds a staged package against the handlers in it: each {@code @FunctionName} has its
 * function.json, each function.json names a script that is there and an entry point that loads.
 */
public final class PackageCheck {
  private static final String HANDLERS = "com/contoso/tollbooth/azure/handlers/";

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
    try (URLClassLoader loader =
        StagedFunction.loader(app, jar, PackageCheck.class.getClassLoader())) {
      for (String handler : handlers(jar)) {
        expect(Class.forName(handler, false, loader));
      }
      for (StagedFunction function : StagedFunction.all(app)) {
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

  private void inspect(StagedFunction function, ClassLoader loader) {
    String name = function.name();
    String entry = function.entryPoint();
    functions.put(name, function.trigger());
    if (!Files.exists(function.jar())) {
      faults.add(
          "the function "
              + name
              + " names the script "
              + function.script()
              + ", which is not there");
    }
    try {
      Class<?> type = Class.forName(function.className(), false, loader);
      boolean there =
          Arrays.stream(type.getMethods())
              .anyMatch(method -> method.getName().equals(function.methodName()));
      if (!there) {
        faults.add("the function " + name + " names the method " + entry + ", which is not there");
      }
    } catch (ClassNotFoundException | LinkageError e) {
      faults.add("the function " + name + " cannot load " + entry + ": " + e);
    }
  }

  private Path jar() {
    try (Stream<Path> files = Files.isDirectory(app) ? Files.list(app) : Stream.empty()) {
      return files.filter(file -> file.toString().endsWith(".jar")).findFirst().orElse(null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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

  private long size() {
    try (Stream<Path> all = Files.walk(app)) {
      return all.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
