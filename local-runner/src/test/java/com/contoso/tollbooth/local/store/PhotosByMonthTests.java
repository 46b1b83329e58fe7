package com.contoso.tollbooth.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.plate.ContentTag;
import com.contoso.tollbooth.plate.PhotoPath;
import com.contoso.tollbooth.plate.PhotoUploaded;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotosByMonthTests {
  @Test
  void countsEachPhotoOnceInTheMonthItCame(@TempDir Path home) {
    try (var store = new TestStore(home)) {
      receive(store, "2026-01-31T23:59:59.999Z", "a");
      receive(store, "2026-02-01T00:00:00Z", "b");
      receive(store, "2026-02-01T00:00:00Z", "b");
      receive(store, "2026-02-28T12:00:00Z", "c");

      assertThat(new PhotosByMonth(store.jdbc).get())
          .containsExactly(
              Map.entry(YearMonth.of(2026, 1), 1L), Map.entry(YearMonth.of(2026, 2), 2L));
    }
  }

  private static void receive(TestStore store, String at, String name) {
    var photo =
        new PhotoUploaded(
            new PhotoPath("booth-1/" + name + ".jpg"),
            new ContentTag("tag-" + name),
            1,
            Instant.parse(at),
            Map.of());
    store.set(photo.uploadedAt());
    assertThat(store.registry.receive(photo)).isIn(true, false);
  }
}
