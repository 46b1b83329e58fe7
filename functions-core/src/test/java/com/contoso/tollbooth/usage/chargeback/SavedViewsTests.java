package com.contoso.tollbooth.usage.chargeback;

import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.usage.FinanceFiles;
import com.contoso.tollbooth.usage.MemoryFinanceFiles;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SavedViewsTests {
  private final FinanceFiles files = new MemoryFinanceFiles();

  @Test
  void beginsWithThePipelinesOwnCost() {
    assertThat(views().all()).containsExactly(SavedView.OWN_COST);
  }

  @Test
  void keepsViewsByName() {
    var hub = new SavedView("Hub", Map.of("resourceGroup", "rg-hub-*"));
    views().put(new SavedView("Hub", Map.of()));
    views().put(hub);

    assertThat(views().all()).containsExactly(hub, SavedView.OWN_COST);
  }

  @Test
  void aViewThatIsRemovedDoesNotComeBack() {
    views().remove("TollBooth");
    views().remove("TollBooth");

    assertThat(views().all()).isEmpty();
  }

  private SavedViews views() {
    return new SavedViews(files);
  }
}
