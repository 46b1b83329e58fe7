package com.contoso.tollbooth.local.web;

import com.contoso.tollbooth.api.SampleDay;
import com.contoso.tollbooth.api.SampleUsage;
import com.contoso.tollbooth.api.UsageApiContract;
import com.contoso.tollbooth.local.StubOcr;
import com.contoso.tollbooth.usage.Enrollments;
import com.contoso.tollbooth.usage.JobLog;
import com.contoso.tollbooth.usage.LedgerReader;
import com.contoso.tollbooth.usage.UsageFiles;
import com.contoso.tollbooth.usage.ledger.UsageLedger;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** The usage part of the API over the laptop's ledger and folders. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UsageApiTests extends UsageApiContract {
  private ServletWebServerApplicationContext context;

  @BeforeAll
  void start(@TempDir Path home) throws IOException {
    context = StubOcr.serve(home, SampleDay.class);
    new SampleUsage(
            context.getBean(UsageLedger.class),
            context.getBean(Enrollments.class),
            context.getBean(JobLog.class),
            context.getBean(UsageFiles.class))
        .enter();
  }

  @AfterAll
  void stop() {
    context.close();
  }

  @Override
  protected URI address() {
    return URI.create("http://127.0.0.1:" + context.getWebServer().getPort());
  }

  @Override
  protected LedgerReader ledger() {
    return context.getBean(LedgerReader.class);
  }
}
