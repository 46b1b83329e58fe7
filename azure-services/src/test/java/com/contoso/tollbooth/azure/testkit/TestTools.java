package com.contoso.tollbooth.azure.testkit;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * The Node.js programs that tests start, installed by {@code npm ci} from {@code src/test/npm} when
 * they are first asked for; once for all modules, into the build folder above theirs.
 */
public final class TestTools {
  private static final String LOCK = "package-lock.json";
  private static final List<String> RECIPE = List.of("package.json", LOCK, ".npmrc");
  private static final Path HOME = Path.of("..", "target", "npm").toAbsolutePath().normalize();

  private TestTools() {}

  /** A process that runs a script of an installed package with the installed Node.js. */
  public static ProcessBuilder node(String script, String... arguments) {
    install();
    var command = new ArrayList<String>();
    command.add(installed("node/bin/node").toString());
    command.add(installed(script).toString());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }

  /** Where a file of a package lies once it is installed. */
  public static Path installed(String file) {
    return HOME.resolve("node_modules").resolve(file);
  }

  private static synchronized void install() {
    try {
      Files.createDirectories(HOME);
      try (FileChannel lock =
              FileChannel.open(
                  HOME.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          var held = lock.lock()) {
        Path done = HOME.resolve("installed.json");
        byte[] wanted = recipe(LOCK);
        if (!held.isValid()
            || (Files.exists(done) && Arrays.equals(Files.readAllBytes(done), wanted))) {
          return;
        }
        for (String file : RECIPE) {
          Files.write(HOME.resolve(file), recipe(file));
        }
        npm("ci", "--no-audit", "--no-fund", "--loglevel=error");
        Files.write(done, wanted);
      }
    } catch (IOException e) {
      missing("npm could not be started: " + e.getMessage());
    }
  }

  /** From the class path, as other modules have these classes in a jar. */
  private static byte[] recipe(String file) throws IOException {
    try (InputStream in = TestTools.class.getResourceAsStream(file)) {
      return Objects.requireNonNull(in, file).readAllBytes();
    }
  }

  private static void npm(String... arguments) throws IOException {
    var command = new ArrayList<String>();
    command.add("npm");
    command.addAll(List.of(arguments));
    Path log = HOME.resolve("npm.log");
    Process npm =
        new ProcessBuilder(command)
            .directory(HOME.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      if (!npm.waitFor(10, TimeUnit.MINUTES) || npm.exitValue() != 0) {
        npm.destroyForcibly();
        missing("npm ci failed: " + Files.readString(log));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** On a developer's machine the test is skipped; in CI it fails. */
  private static void missing(String why) {
    if (System.getenv("CI") != null) {
      fail(why);
    }
    abort(why);
  }
}
