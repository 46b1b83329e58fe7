package com.contoso.tollbooth.local.drop;

import com.contoso.tollbooth.billing.BillingDrop;
import com.contoso.tollbooth.billing.BillingDropContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FolderBillingDropTests extends BillingDropContract {
  @TempDir Path folder;

  @Override
  protected BillingDrop drop() {
    return new FolderBillingDrop(folder);
  }
}
