package com.contoso.tollbooth.local.store;

import com.contoso.tollbooth.registry.PassageRegistry;
import com.contoso.tollbooth.registry.PassageRegistryContract;
import com.contoso.tollbooth.registry.Passages;
import com.contoso.tollbooth.review.ReviewQueue;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqlitePassageRegistryTests extends PassageRegistryContract {
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
  protected PassageRegistry registry() {
    return store.registry;
  }

  @Override
  protected Passages passages() {
    return store.passages;
  }

  @Override
  protected ReviewQueue reviews() {
    return store.reviews;
  }
}
