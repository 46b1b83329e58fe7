package com.contoso.tollbooth.azure.testkit;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** Runs the packaged app in a {@link FunctionsWorker} process and calls its functions. */
public final class FunctionsHost implements AutoCloseable {
  /** Where {@code azure-functions:package} stages the app. */
  public static final Path PACKAGE =
      Path.of("target", "azure-functions", "tollbooth").toAbsolutePath();

  private static final Path WORKER_LIBRARIES = Path.of("target", "worker-lib").toAbsolutePath();

  private final Process process;
  private final BufferedReader answers;
  private final PrintWriter calls;

  /**
   * @param settings the app settings, as environment variables
   * @param options of the JVM
   */
  public FunctionsHost(Map<String, String> settings, List<String> options) {
    this(PACKAGE, settings, options);
  }

  FunctionsHost(Path app, Map<String, String> settings, List<String> options) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-cp");
    command.add(workerClassPath());
    command.add(FunctionsWorker.class.getName());
    command.add(app.toString());
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(settings);
    try {
      process = builder.start();
      answers = process.inputReader(StandardCharsets.UTF_8);
      calls = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
      awaitReady();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The JVM itself may say something first. */
  private void awaitReady() throws IOException {
    String line;
    do {
      line = answers.readLine();
      if (line == null) {
        throw new IllegalStateException("the worker did not start");
      }
    } while (!line.equals("ready"));
  }

  /** The names of the functions in the package. */
  public static Set<String> functions() {
    try (Stream<Path> folders = Files.list(PACKAGE)) {
      var names = new TreeSet<String>();
      folders
          .filter(folder -> Files.exists(folder.resolve("function.json")))
          .forEach(folder -> names.add(folder.getFileName().toString()));
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Calls a function with what its trigger hands it.
   *
   * @throws FunctionFailed if it throws
   */
  public synchronized String call(String function, String... given) {
    try {
      calls.println(
          function
              + " "
              + String.join(" ", Arrays.stream(given).map(FunctionsHost::encoded).toList()));
      String answer = answers.readLine();
      if (answer == null) {
        throw new IllegalStateException("the worker ended");
      }
      String said =
          new String(
              Base64.getDecoder().decode(answer.substring(answer.indexOf(' ') + 1)),
              StandardCharsets.UTF_8);
      if (answer.startsWith("failed ")) {
        throw new FunctionFailed(said);
      }
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets the worker end by itself. */
  public void end() {
    calls.close();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The worker's process, for whoever wants to kill or measure it. */
  public Process process() {
    return process;
  }

  static String workerClassPath() {
    try (Stream<Path> libraries = Files.list(WORKER_LIBRARIES)) {
      var paths = new ArrayList<String>();
      libraries.sorted().forEach(library -> paths.add(library.toString()));
      paths.add(WorkerAlone.JAR.toString());
      return String.join(File.pathSeparator, paths);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A jar with the worker's classes and no other, so that nothing of a test reaches the app; made
   * once by each JVM, since an older one may lack a class.
   */
  private static final class WorkerAlone {
    static final Path JAR = make();

    private static Path make() {
      Path jar = Path.of("target", "worker.jar").toAbsolutePath();
      try {
        Path part = Files.createTempFile(jar.getParent(), "worker", ".part");
        try (var entries = new JarOutputStream(Files.newOutputStream(part))) {
          for (Class<?> type : List.of(FunctionsWorker.class, StagedFunction.class)) {
            String name = type.getName().replace('.', '/') + ".class";
            entries.putNextEntry(new JarEntry(name));
            try (var bytes = type.getClassLoader().getResourceAsStream(name)) {
              bytes.transferTo(entries);
            }
          }
        }
        return Files.move(part, jar, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What a function threw, as its stack trace. */
  public static final class FunctionFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FunctionFailed(String trace) {
      super(trace);
    }
  }
}
