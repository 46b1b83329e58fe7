package com.contoso.tollbooth.local.cli;

import com.contoso.tollbooth.local.simulator.BoothSimulator;
import com.contoso.tollbooth.local.simulator.SimulatedPhoto;
import com.contoso.tollbooth.local.simulator.TrafficCurve;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lets simulated booths upload, as real ones do, by HTTP. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description =
        "Let booths upload photos they draw, to the TollBooth that runs on the data folder.")
final class SimulateCommand implements Callable<Integer> {
  @Mixin HomeOption home = new HomeOption();

  @Option(names = "--rate", description = "Photos a minute (default: ${DEFAULT-VALUE}).")
  double rate = 60;

  @Option(names = "--curve", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  TrafficCurve curve = TrafficCurve.STEADY;

  @Option(names = "--booths", description = "How many (default: ${DEFAULT-VALUE}).")
  int booths = 3;

  @Option(names = "--count", description = "Photos in all (default: ${DEFAULT-VALUE}).")
  long count = 60;

  @Option(
      names = "--seed",
      description = "The same seed draws the same photos; without one they are new each time.")
  long seed = Clock.systemUTC().millis() / 1000;

  @Override
  public Integer call() throws InterruptedException {
    try (Api api = Api.atWork(home.path());
        var simulator = new BoothSimulator(photo -> upload(api, photo), Clock.systemUTC())) {
      System.out.println("Booths upload " + count + " photos to " + api.address());
      simulator.start(new BoothSimulator.Order(rate, curve, booths, count, seed));
      simulator.await();
      var status = simulator.status();
      System.out.println(status.uploaded() + " uploaded, " + status.failed() + " failed");
      return status.failed() == 0 ? 0 : 1;
    }
  }

  private static void upload(Api api, SimulatedPhoto photo) throws IOException {
    api.put(
        photo.booth().value(),
        photo.name(),
        photo.jpeg(),
        Map.of(
            "X-Captured-At", photo.capturedAt().toString(),
            "X-Photo-Truth", photo.truth(),
            "X-Photo-Truthjurisdiction", photo.jurisdiction(),
            "X-Photo-Conditions", photo.conditions()));
  }
}
