package com.contoso.tollbooth.local.cli;

import com.contoso.tollbooth.local.LocalApplication;
import com.contoso.tollbooth.local.azure.CannotUseAzure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;

/** Starts the application on a data folder that it holds until it is closed. */
final class LocalApp implements AutoCloseable {
  private final Home home;
  private final ConfigurableApplicationContext context;

  private LocalApp(Home home, ConfigurableApplicationContext context) {
    this.home = home;
    this.context = context;
  }

  /** With the page and the API, on that port; 0 takes a free one. */
  static LocalApp serve(Path home, int port, Map<String, String> settings) {
    var all = new HashMap<>(settings);
    all.put("server.port", Integer.toString(port));
    LocalApp app = start(home, WebApplicationType.SERVLET, all);
    app.home.listensOn(app.port());
    return app;
  }

  /** Without page and API. */
  static LocalApp inside(Path home, Map<String, String> settings) {
    return start(home, WebApplicationType.NONE, settings);
  }

  private static LocalApp start(Path folder, WebApplicationType web, Map<String, String> settings) {
    Home home = Home.hold(folder);
    try {
      List<String> arguments = new ArrayList<>();
      arguments.add("--tollbooth.home=" + folder);
      settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
      var context =
          new SpringApplicationBuilder(LocalApplication.class)
              .web(web)
              .run(arguments.toArray(String[]::new));
      return new LocalApp(home, context);
    } catch (PortInUseException e) {
      home.close();
      throw new CannotGoOn(
          "port " + e.getPort() + " is taken by another program; name another by --port");
    } catch (RuntimeException e) {
      home.close();
      throw NestedExceptionUtils.getMostSpecificCause(e) instanceof CannotUseAzure known
          ? new CannotGoOn(String.valueOf(known.getMessage()))
          : e;
    }
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** Empty where a profile has put something else in its place. */
  <T> Optional<T> find(Class<T> type) {
    return Optional.ofNullable(context.getBeanProvider(type).getIfAvailable());
  }

  @SuppressWarnings("unchecked")
  <T> T function(String name) {
    return (T) context.getBean(name);
  }

  int port() {
    var server = ((ServletWebServerApplicationContext) context).getWebServer();
    return server == null ? -1 : server.getPort();
  }

  @Override
  public void close() {
    context.close();
    home.close();
  }
}
