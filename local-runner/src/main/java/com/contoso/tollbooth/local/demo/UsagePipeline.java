package com.contoso.tollbooth.local.demo;

import com.contoso.tollbooth.local.LocalSettings;
import com.contoso.tollbooth.local.mail.MailConfiguration;
import com.contoso.tollbooth.local.usage.UsageConfiguration;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The usage pipeline by itself, over a data folder, in a time that the caller sets. */
final class UsagePipeline implements AutoCloseable {
  private final ConfigurableApplicationContext context;
  private final SetTime clock;

  private UsagePipeline(ConfigurableApplicationContext context, SetTime clock) {
    this.context = context;
    this.clock = clock;
  }

  static UsagePipeline open(Path home, URI sources) {
    var clock = new SetTime();
    var context =
        new SpringApplicationBuilder(Application.class)
            .web(WebApplicationType.NONE)
            .logStartupInfo(false)
            .initializers(fresh -> fresh.getBeanFactory().registerSingleton("clock", clock))
            .run(
                "--tollbooth.home=" + home,
                "--tollbooth.usage.sources.legacy=" + sources,
                "--tollbooth.usage.sources.consumption=" + sources,
                "--tollbooth.usage.sources.cost-details=" + sources,
                "--logging.level.root=error");
    return new UsagePipeline(context, clock);
  }

  /** From now on it is so late, or a second after what was done last. */
  void moveTo(Instant instant) {
    clock.set(instant);
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  @SuppressWarnings("unchecked")
  <T> T function(String name) {
    return (T) context.getBean(name);
  }

  @Override
  public void close() {
    context.close();
  }

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(LocalSettings.class)
  @ImportAutoConfiguration(ConfigurationPropertiesAutoConfiguration.class)
  @Import({UsageConfiguration.class, MailConfiguration.class})
  static class Application {}

  /** Stands where it was set, and moves on by a millisecond at each look so that runs differ. */
  private static final class SetTime extends Clock {
    private Instant now = Instant.EPOCH;

    synchronized void set(Instant instant) {
      now = instant.isAfter(now) ? instant : now.plus(Duration.ofSeconds(1));
    }

    @Override
    public synchronized Instant instant() {
      now = now.plusMillis(1);
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
