package com.contoso.tollbooth.local.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.contoso.tollbooth.plate.BoothId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BoothSimulatorTests {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final BoothId BOOTH = new BoothId("booth-1");

  @Test
  void drawsTheSamePhotoForTheSameSeedAndNumber() {
    SimulatedPhoto photo = SimulatedPhoto.draw(7, 3, BOOTH, NOON);

    assertThat(SimulatedPhoto.draw(7, 3, BOOTH, NOON).jpeg()).isEqualTo(photo.jpeg());
    assertThat(SimulatedPhoto.draw(7, 4, BOOTH, NOON).jpeg()).isNotEqualTo(photo.jpeg());
    assertThat(SimulatedPhoto.draw(8, 3, BOOTH, NOON).truth()).isNotEqualTo(photo.truth());
  }

  @Test
  void drawsPicturesWhosePlateLiesInside() throws IOException {
    for (int number = 0; number < 5; number++) {
      SimulatedPhoto photo = SimulatedPhoto.draw(1, number, BOOTH, NOON);
      var image = ImageIO.read(new ByteArrayInputStream(photo.jpeg()));

      assertThat(image.getWidth()).isEqualTo(1280);
      assertThat(image.getHeight()).isEqualTo(720);
      assertThat(photo.plateBox().x()).isPositive();
      assertThat(photo.plateBox().right()).isLessThan(1280);
      assertThat(photo.plateBox().bottom()).isLessThan(720);
    }
  }

  @Test
  void usesTheFormatsOfTheStates() {
    List<SimulatedPhoto> photos =
        IntStream.range(0, 60).mapToObj(n -> SimulatedPhoto.draw(1, n, BOOTH, NOON)).toList();

    assertThat(photos).extracting(SimulatedPhoto::jurisdiction).contains("TX", "OK", "NM");
    assertThat(photos.stream().filter(photo -> photo.jurisdiction().equals("TX")))
        .allSatisfy(photo -> assertThat(photo.truth()).matches("[B-DF-HJ-NP-TV-Z]{3}[0-9]{4}"));
    assertThat(photos.stream().filter(photo -> photo.jurisdiction().equals("NM")))
        .allSatisfy(photo -> assertThat(photo.truth()).matches("[0-9]{3}[A-Z]{3}"));
  }

  @ParameterizedTest
  @EnumSource
  void keepsTheRateOverACycle(TrafficCurve curve) {
    assertThat(curve.passed(Duration.ofMinutes(10), 60))
        .isCloseTo(600, org.assertj.core.data.Offset.offset(0.5));
    double before = 0;
    for (int second = 1; second <= 600; second++) {
      double passed = curve.passed(Duration.ofSeconds(second), 60);
      assertThat(passed).isGreaterThanOrEqualTo(before);
      before = passed;
    }
  }

  @Test
  void uploadsWhatIsOrderedAndTriesAgainWhatFails() throws Exception {
    List<String> arrived = new CopyOnWriteArrayList<>();
    AtomicInteger calls = new AtomicInteger();
    try (var simulator =
        new BoothSimulator(
            photo -> {
              if (calls.incrementAndGet() == 1) {
                throw new IOException("no route to the host");
              }
              if (calls.get() == 3) {
                throw new IllegalStateException("the store is closed for a moment");
              }
              arrived.add(photo.booth() + "/" + photo.name());
            },
            InstantSource.system())) {
      simulator.start(new BoothSimulator.Order(60_000, TrafficCurve.STEADY, 2, 4L, 1));
      simulator.await();

      assertThat(arrived)
          .containsExactly(
              "booth-1/sim-1-000000.jpg",
              "booth-2/sim-1-000001.jpg",
              "booth-1/sim-1-000002.jpg",
              "booth-2/sim-1-000003.jpg");
      assertThat(simulator.status()).isEqualTo(new BoothSimulator.Status(false, 4, 0));
    }
  }

  @Test
  void stopsWhenItIsTold() {
    AtomicInteger arrived = new AtomicInteger();
    try (var simulator =
        new BoothSimulator(photo -> arrived.incrementAndGet(), InstantSource.system())) {
      simulator.start(new BoothSimulator.Order(60_000, TrafficCurve.STEADY, 1, null, 1));
      await().until(() -> arrived.get() > 1);
      assertThat(simulator.status().running()).isTrue();

      simulator.stop();

      assertThat(simulator.status().running()).isFalse();
      assertThat(simulator.status().uploaded()).isEqualTo(arrived.get());
    }
  }
}
