package com.contoso.tollbooth.azure;

import com.contoso.tollbooth.azure.reports.UsageMessages;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * The usage pipeline in a context of its own, which begins when it is first asked for: a photo's
 * cold start does not read its configuration.
 */
final class UsageRoom implements Supplier<UsageMessages>, AutoCloseable {
  private final ApplicationContext host;
  private @Nullable AnnotationConfigApplicationContext room;

  UsageRoom(ApplicationContext host) {
    this.host = host;
  }

  @Override
  public synchronized UsageMessages get() {
    AnnotationConfigApplicationContext open = room;
    if (open == null) {
      open = new AnnotationConfigApplicationContext();
      open.setParent(host);
      open.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
      open.register(AzureUsageConfiguration.class);
      open.refresh();
      room = open;
    }
    return open.getBean(UsageMessages.class);
  }

  @Override
  public synchronized void close() {
    if (room != null) {
      room.close();
    }
  }
}
