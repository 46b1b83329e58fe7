package com.contoso.tollbooth.azure.storage;

import com.contoso.tollbooth.azure.testkit.Azurite;
import com.contoso.tollbooth.usage.FinanceFiles;
import com.contoso.tollbooth.usage.FinanceFilesContract;
import org.junit.jupiter.api.BeforeEach;

class BlobFinanceFilesTests extends FinanceFilesContract {
  private FinanceFiles files;

  @BeforeEach
  void open() {
    files = new BlobFinanceFiles(Azurite.running().newContainer());
  }

  @Override
  protected FinanceFiles files() {
    return files;
  }
}
