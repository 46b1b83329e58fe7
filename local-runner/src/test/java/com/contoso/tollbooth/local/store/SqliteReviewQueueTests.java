package com.contoso.tollbooth.local.store;

import static com.contoso.tollbooth.plate.SamplePassages.doubtful;
import static com.contoso.tollbooth.plate.SamplePassages.passage;
import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.plate.Jurisdiction;
import com.contoso.tollbooth.plate.LicensePlate;
import com.contoso.tollbooth.review.Resolution;
import com.contoso.tollbooth.review.ReviewQueue;
import com.contoso.tollbooth.review.ReviewQueueContract;
import com.contoso.tollbooth.review.Reviewer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteReviewQueueTests extends ReviewQueueContract {
  @TempDir Path home;
  private TestStore store;

  @BeforeEach
  void open() {
    store = new TestStore(home);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Override
  protected ReviewQueue queue() {
    return store.reviews;
  }

  @Test
  void tellsReconciliationOfAResolutionThatNobodyHeard() {
    var entered = new Resolution.PlateEntered(new LicensePlate("ABC1234"), Jurisdiction.TX);
    store.reviews.add(doubtful(1));
    store.reviews.resolve(passage(1).id(), new Reviewer("ana"), entered, store.clock().instant());

    assertThat(store.known.untold(10)).containsExactly(entered.of(passage(1)));
  }
}
