package com.contoso.tollbooth.usage;

class MemoryUsageFilesTests extends UsageFilesContract {
  private final MemoryUsageFiles files = new MemoryUsageFiles();

  @Override
  protected UsageFiles files() {
    return files;
  }

  @Override
  protected UsageFiles reopened() {
    return files;
  }

  @Override
  protected void putByHand(UsageFolder folder, String name, String text) {
    files.putByHand(folder, name, text);
  }
}
