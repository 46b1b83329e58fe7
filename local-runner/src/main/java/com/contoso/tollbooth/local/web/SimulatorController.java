package com.contoso.tollbooth.local.web;

import com.contoso.tollbooth.local.simulator.BoothSimulator;
import com.contoso.tollbooth.local.simulator.TrafficCurve;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Starts and stops the booth simulator. */
@RestController
class SimulatorController {
  private final BoothSimulator simulator;
  private final InstantSource clock;

  SimulatorController(BoothSimulator simulator, InstantSource clock) {
    this.simulator = simulator;
    this.clock = clock;
  }

  /** Without a seed each start draws other photos. */
  @PostMapping("/api/simulator")
  BoothSimulator.Status start(@RequestBody Order order) {
    simulator.start(
        new BoothSimulator.Order(
            order.photosPerMinute(),
            order.curve(),
            order.booths(),
            order.photos(),
            order.seed() == null ? clock.millis() / 1000 : order.seed()));
    return simulator.status();
  }

  @DeleteMapping("/api/simulator")
  BoothSimulator.Status stop() {
    simulator.stop();
    return simulator.status();
  }

  record Order(
      double photosPerMinute,
      TrafficCurve curve,
      int booths,
      @Nullable Long photos,
      @Nullable Long seed) {}
}
