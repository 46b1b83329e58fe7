package com.contoso.tollbooth.azure.testkit;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The Node.js programs that tests start, installed by {@code npm ci} from {@code src/test/npm} into
 * the build folder when they are first asked for.
 */
public final class TestTools {
  private static final Path RECIPE = Path.of("src", "test", "npm");
  private static final Path HOME = Path.of("target", "npm").toAbsolutePath();

  private TestTools() {}

  /** A process that runs a script of an installed package with the installed Node.js. */
  public static ProcessBuilder node(String script, String... arguments) {
    install();
    var command = new ArrayList<String>();
    command.add(HOME.resolve("node_modules/node/bin/node").toString());
    command.add(HOME.resolve("node_modules").resolve(script).toString());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }

  private static synchronized void install() {
    try {
      Files.createDirectories(HOME);
      try (FileChannel lock =
              FileChannel.open(
                  HOME.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          var held = lock.lock()) {
        Path done = HOME.resolve("installed.json");
        Path wanted = RECIPE.resolve("package-lock.json");
        if (!held.isValid() || (Files.exists(done) && Files.mismatch(done, wanted) < 0)) {
          return;
        }
        for (String file : List.of("package.json", "package-lock.json", ".npmrc")) {
          Files.copy(RECIPE.resolve(file), HOME.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        npm("ci", "--no-audit", "--no-fund", "--loglevel=error");
        Files.copy(wanted, done, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      missing("npm could not be started: " + e.getMessage());
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
