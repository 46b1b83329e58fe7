package com.contoso.tollbooth.benchmarks;

import com.contoso.tollbooth.local.LocalApplication;
import com.contoso.tollbooth.registry.PassageState;
import com.contoso.tollbooth.registry.Passages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The offline host without page and schedules, on a folder of its own. */
record Host(ConfigurableApplicationContext context) implements AutoCloseable {
  static Host on(Path home, Map<String, String> settings, Class<?>... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--tollbooth.home=" + home,
                "--tollbooth.schedules=false",
                "--tollbooth.intake.settle=0s",
                "--tollbooth.intake.broken-after=0s",
                "--spring.main.allow-bean-definition-overriding=true",
                "--logging.level.root=error"));
    settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
    return new Host(
        new SpringApplicationBuilder(LocalApplication.class)
            .sources(more)
            .web(WebApplicationType.NONE)
            .run(arguments.toArray(String[]::new)));
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  @SuppressWarnings("unchecked")
  <T> T call(String supplier) {
    return ((Supplier<T>) context.getBean(supplier)).get();
  }

  void awaitDecided() throws InterruptedException {
    Passages passages = bean(Passages.class);
    while (passages.counts().of(PassageState.RECEIVED) > 0) {
      Thread.sleep(5);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
