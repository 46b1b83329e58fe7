package com.contoso.tollbooth.local.web;

import com.contoso.tollbooth.api.SampleDay;
import com.contoso.tollbooth.api.SampleUsage;
import com.contoso.tollbooth.local.StubOcr;
import com.contoso.tollbooth.usage.Enrollments;
import com.contoso.tollbooth.usage.JobLog;
import com.contoso.tollbooth.usage.UsageFiles;
import com.contoso.tollbooth.usage.ledger.UsageLedger;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** The pages over a month and a half of sample usage, in a real Chromium. */
final class UsageSite implements AutoCloseable {
  private final Chromium chromium = new Chromium();
  private final ServletWebServerApplicationContext context;

  UsageSite(Path home) throws IOException {
    context = StubOcr.serve(home, SampleDay.class);
    var sample =
        new SampleUsage(
            bean(UsageLedger.class),
            bean(Enrollments.class),
            bean(JobLog.class),
            bean(UsageFiles.class));
    sample.enter();
    sample.restate();
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  Page open(String place, int width, ColorScheme scheme) {
    return chromium.open(address(place), width, scheme);
  }

  /** A page that is still to go to its address. */
  Page blank(int width) {
    return chromium.blank(width, ColorScheme.LIGHT);
  }

  String address(String place) {
    return "http://127.0.0.1:" + context.getWebServer().getPort() + "/#/" + place;
  }

  /** What any page complained of. */
  List<String> errors() {
    return chromium.errors();
  }

  @Override
  public void close() {
    context.close();
    chromium.close();
  }
}
