package com.contoso.tollbooth.usage;

class MemoryFinanceFilesTests extends FinanceFilesContract {
  private final FinanceFiles files = new MemoryFinanceFiles();

  @Override
  protected FinanceFiles files() {
    return files;
  }
}
