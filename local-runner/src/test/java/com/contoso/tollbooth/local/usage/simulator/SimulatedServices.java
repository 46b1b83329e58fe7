package com.contoso.tollbooth.local.usage.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.sources.SourceSettings;
import com.contoso.tollbooth.sources.SourcesConfiguration;
import com.contoso.tollbooth.usage.Enrollment;
import com.contoso.tollbooth.usage.Enrollment.ReportSource;
import com.contoso.tollbooth.usage.Totals;
import com.contoso.tollbooth.usage.retrieve.ReportTags;
import com.contoso.tollbooth.usage.retrieve.UsageReports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** One simulated enrollment of each kind of source, and what asks for their reports. */
final class SimulatedServices implements AutoCloseable {
  static final YearMonth MONTH = YearMonth.of(2026, 2);
  static final LocalDate AS_OF = LocalDate.of(2026, 2, 20);
  static final Instant NOW = Instant.parse("2026-02-20T06:00:00Z");

  static final Terms TERMS = new Terms(100, 3, 1, 0, Terms.Resumption.BY_RANGE);

  final UsageSimulator simulator;
  final UsageApiServer server;
  final ReportTags tags = SourcesConfiguration.tagsInMemory();
  private final Path inbox;

  SimulatedServices(Path inbox) throws IOException {
    this.inbox = inbox;
    this.simulator =
        new UsageSimulator(
            Stream.of(ReportSource.values())
                .map(source -> SimulatedEnrollment.of(number(source), source, 11, 4, 25))
                .toList(),
            AS_OF);
    this.server = UsageApiServer.start(simulator, TERMS);
  }

  static String number(ReportSource source) {
    return "E" + source.ordinal();
  }

  Enrollment enrollment(ReportSource source) {
    return simulator.enrollments().stream()
        .filter(each -> each.source() == source)
        .findFirst()
        .orElseThrow();
  }

  UsageReports reports() {
    return reports(Map.of());
  }

  UsageReports reports(Map<String, String> settings) {
    var all = new HashMap<String, Object>();
    all.put("legacy", server.base().toString());
    all.put("consumption", server.base().toString());
    all.put("cost-details", server.base().toString());
    all.put("inbox", inbox.toString());
    all.put("first-delay", "1ms");
    all.put("read-timeout", "10s");
    all.putAll(settings);
    var prefixed = new HashMap<String, Object>();
    all.forEach((name, value) -> prefixed.put("tollbooth.usage.sources." + name, value));
    SourceSettings bound =
        new Binder(List.of(new MapConfigurationPropertySource(prefixed)))
            .bindOrCreate("tollbooth.usage.sources", SourceSettings.class);
    return new SourcesConfiguration()
        .usageReports(bound, SourcesConfiguration.plainKeys(), tags, InstantSource.fixed(NOW));
  }

  /** How many lines the truth has, with those that cannot be read. */
  long lines(ReportSource source) {
    var number = enrollment(source).number();
    long lines =
        simulator.truth(number, MONTH, simulator.asOf()).values().stream()
            .flatMap(days -> days.values().stream())
            .mapToLong(Totals::lines)
            .sum();
    return lines + simulator.unreadableLines(number, MONTH);
  }

  static long linesOfJson(byte[] report, String idField) {
    String text = new String(report, StandardCharsets.UTF_8);
    return text.split('"' + idField + '"', -1).length - 1L;
  }

  static long linesOfCsv(byte[] report) {
    String text = new String(report, StandardCharsets.UTF_8);
    assertThat(text).startsWith("InvoiceSectionName,").containsOnlyOnce("InvoiceSectionName,");
    return text.lines().filter(line -> !line.isEmpty()).count() - 1;
  }

  @Override
  public void close() {
    server.close();
  }
}
