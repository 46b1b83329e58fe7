package com.contoso.tollbooth.api;

import com.contoso.tollbooth.api.OverviewView.Accuracy;
import com.contoso.tollbooth.plate.PlateAccepted.Source;
import com.contoso.tollbooth.registry.PassagePage;
import com.contoso.tollbooth.registry.PassageQuery;
import com.contoso.tollbooth.registry.PassageRecord;
import com.contoso.tollbooth.registry.PassageState;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How often the newest photos whose true plate is known (the simulator tells it) were read right. O
 * and 0 count as the same character.
 */
record Accuracies(Function<PassageQuery, PassagePage> listPassages) {
  private static final int NEWEST = 500;

  @Nullable Accuracy measure() {
    long scored = 0;
    long exact = 0;
    long accepted = 0;
    long acceptedWrong = 0;
    for (PassageRecord passage :
        listPassages.apply(new PassageQuery(null, null, NEWEST)).passages()) {
      String truth = passage.metadata().get("truth");
      if (truth == null
          || passage.state() == PassageState.RECEIVED
          || passage.state() == PassageState.FAILED) {
        continue;
      }
      boolean automatic = passage.source() == Source.AUTOMATIC;
      boolean right =
          fold(truth).equals(passage.machineReading().map(plate -> fold(plate.text())).orElse(""));
      scored++;
      exact += right ? 1 : 0;
      accepted += automatic ? 1 : 0;
      acceptedWrong += automatic && !right ? 1 : 0;
    }
    return scored == 0 ? null : new Accuracy(scored, exact, accepted, acceptedWrong);
  }

  private static String fold(String plate) {
    return plate.replace('O', '0');
  }
}
