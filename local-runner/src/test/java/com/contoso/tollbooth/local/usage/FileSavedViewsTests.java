package com.contoso.tollbooth.local.usage;

import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.usage.chargeback.SavedView;
import com.contoso.tollbooth.usage.chargeback.SavedViews;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSavedViewsTests {
  @TempDir Path folder;

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
    return new FileSavedViews(folder.resolve("usage-views.json"));
  }
}
