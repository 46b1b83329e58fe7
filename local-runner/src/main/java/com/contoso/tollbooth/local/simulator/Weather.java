package com.contoso.tollbooth.local.simulator;

import java.util.Random;

/** What makes a photo hard to read. */
record Weather(
    boolean night, boolean rain, boolean dirt, boolean covered, double blur, double noise) {

  /** Most photos are good: about one in six is hard. */
  static Weather random(Random random) {
    boolean hard = random.nextInt(6) == 0;
    return new Weather(
        random.nextInt(5) == 0,
        random.nextInt(7) == 0,
        hard && random.nextBoolean(),
        hard && random.nextInt(3) == 0,
        hard ? 1 + random.nextDouble() * 3 : random.nextDouble() * 0.8,
        2 + random.nextDouble() * (hard ? 14 : 5));
  }

  String words() {
    var words = new StringBuilder(night ? "night" : "day");
    words.append(rain ? ",rain" : "").append(dirt ? ",dirt" : "");
    words.append(covered ? ",covered" : "").append(blur > 1 ? ",blur" : "");
    return words.toString();
  }
}
