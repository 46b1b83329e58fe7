package com.contoso.tollbooth.local.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts everything and stays until it is stopped. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Start everything on this machine and open the page on http://127.0.0.1:8080.")
final class RunCommand implements Callable<Integer> {
  @Mixin HomeOption home = new HomeOption();

  @Option(
      names = "--photos",
      paramLabel = "DIR",
      description = "The photo folder, {boothId}/…/{name} (default: photos in the data folder).")
  @Nullable Path photos;

  @Option(names = "--port", description = "Where the page is (default: ${DEFAULT-VALUE}).")
  int port = 8080;

  @Override
  public Integer call() throws InterruptedException {
    var settings = new HashMap<String, String>();
    if (photos != null) {
      settings.put("tollbooth.intake.photos", existing(photos).toString());
    }
    var stopped = new CountDownLatch(1);
    try (LocalApp app = LocalApp.serve(home.path(), port, settings)) {
      System.out.println("TollBooth is open on http://127.0.0.1:" + app.port());
      System.out.println("Data folder: " + home.path() + "    Stop with Ctrl+C");
      Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown));
      stopped.await();
    }
    return 0;
  }

  static Path existing(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new CannotGoOn(folder + " is not a folder");
    }
    return folder.toAbsolutePath().normalize();
  }
}
