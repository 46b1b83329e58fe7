package com.contoso.tollbooth.sources;

import com.contoso.tollbooth.usage.Enrollment;
import com.contoso.tollbooth.usage.retrieve.AccessKeys;
import com.contoso.tollbooth.usage.retrieve.ReportTags;
import com.contoso.tollbooth.usage.retrieve.Retrieval;
import com.contoso.tollbooth.usage.retrieve.UsageReports;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.InstantSource;
import java.time.YearMonth;

/** Asks the source that the enrollment names, and begins anew what broke off. */
final class SourcedReports implements UsageReports, AutoCloseable {
  private final SourceSettings settings;
  private final HttpClient client;
  private final Source legacy;
  private final Source consumption2;
  private final Source consumption3;
  private final Source costDetails;
  private final Source folder;

  SourcedReports(SourceSettings settings, AccessKeys keys, ReportTags tags, InstantSource clock) {
    this.settings = settings;
    client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(settings.connectTimeout())
            .build();
    var connection = new Connection(client, settings, keys, clock);
    legacy = new LegacySource(connection);
    consumption2 = new ConsumptionSource(connection, tags, "v2");
    consumption3 = new ConsumptionSource(connection, tags, "v3");
    costDetails = new CostDetailsSource(connection, tags);
    folder = new FolderSource(settings, tags, clock);
  }

  @Override
  public Retrieval retrieve(Enrollment enrollment, YearMonth month, Sink sink) throws IOException {
    Source source = source(enrollment);
    Source.Order order = Source.Order.of(enrollment, month, sink, settings);
    for (int attempt = 1; ; attempt++) {
      try {
        return source.fetch(order);
      } catch (BrokeOff e) {
        if (attempt == settings.attempts()) {
          throw new IOException(order + " broke off in each of " + attempt + " attempts", e);
        }
      }
    }
  }

  private Source source(Enrollment enrollment) {
    return switch (enrollment.source()) {
      case LEGACY_EA -> legacy;
      case CONSUMPTION_V2 -> consumption2;
      case CONSUMPTION_V3 -> consumption3;
      case COST_DETAILS -> costDetails;
      case FOLDER -> folder;
    };
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
