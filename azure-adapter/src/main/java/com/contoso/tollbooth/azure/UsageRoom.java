package com.contoso.tollbooth.azure;

import com.contoso.tollbooth.api.TollBoothApi;
import com.contoso.tollbooth.azure.reports.UsageMessages;
import com.contoso.tollbooth.usage.JobLog;
import com.contoso.tollbooth.usage.UsageReaders;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * The usage pipeline in a context of its own, which begins when it is first asked for: a photo's
 * cold start does not read its configuration.
 */
final class UsageRoom implements AutoCloseable {
  private final ApplicationContext host;
  private @Nullable AnnotationConfigApplicationContext room;

  UsageRoom(ApplicationContext host) {
    this.host = host;
  }

  UsageMessages messages() {
    return open().getBean(UsageMessages.class);
  }

  /** The API with all operations, the host's and the pipeline's. */
  TollBoothApi api() {
    return open().getBean(TollBoothApi.class);
  }

  UsageReaders readers() {
    return open().getBean(UsageReaders.class);
  }

  JobLog jobLog() {
    return open().getBean(JobLog.class);
  }

  private synchronized ApplicationContext open() {
    AnnotationConfigApplicationContext open = room;
    if (open == null) {
      open = new AnnotationConfigApplicationContext();
      open.setParent(host);
      open.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
      open.register(AzureUsageConfiguration.class);
      open.refresh();
      room = open;
    }
    return open;
  }

  @Override
  public synchronized void close() {
    if (room != null) {
      room.close();
    }
  }
}
