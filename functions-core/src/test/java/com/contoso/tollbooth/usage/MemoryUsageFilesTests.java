package com.contoso.tollbooth.usage;

class MemoryUsageFilesTests extends UsageFilesContract {
  private final UsageFiles files = new MemoryUsageFiles();

  @Override
  protected UsageFiles files() {
    return files;
  }

  @Override
  protected UsageFiles reopened() {
    return files;
  }
}
