package com.contoso.tollbooth.usage;

class MemoryJobLogTests extends JobLogContract {
  private final MemoryJobLog log = new MemoryJobLog();

  @Override
  protected JobLog log() {
    return log;
  }
}
