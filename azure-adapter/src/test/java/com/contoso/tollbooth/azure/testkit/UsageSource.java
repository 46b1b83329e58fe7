package com.contoso.tollbooth.azure.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The retired enterprise reports: {@code GET /rest/{enrollment}/usage-report?month=yyyy-MM} with a
 * key as the bearer's token; 401 with any other. A month has some lines on each of its first days.
 */
public final class UsageSource implements AutoCloseable {
  public static final String KEY = "eyJ.a-key.of-an-enrollment";
  public static final int DAYS = 3;
  public static final int LINES_A_DAY = 120;
  private static final DateTimeFormatter AMERICAN = DateTimeFormatter.ofPattern("MM/dd/uuuu");

  private final HttpServer server;
  private final AtomicInteger reports = new AtomicInteger();
  private volatile BigDecimal rate = new BigDecimal("0.0123456789012345678901");

  public UsageSource() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/rest/", this::report);
    server.start();
  }

  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** How many reports were asked for with the key. */
  public int reports() {
    return reports.get();
  }

  /** What all lines of a month cost together. */
  public BigDecimal costOfAMonth() {
    BigDecimal cost = BigDecimal.ZERO;
    for (int line = 0; line < LINES_A_DAY; line++) {
      cost = cost.add(costOf(line));
    }
    return cost.multiply(BigDecimal.valueOf(DAYS));
  }

  /** Changes what every line of the reports to come costs. */
  public void rate(BigDecimal changed) {
    rate = changed;
  }

  private BigDecimal costOf(int line) {
    return rate.multiply(BigDecimal.valueOf(line + 1L));
  }

  private void report(HttpExchange exchange) throws IOException {
    try (exchange) {
      String key = exchange.getRequestHeaders().getFirst("Authorization");
      if (!("Bearer " + KEY).equals(key)) {
        exchange.sendResponseHeaders(401, -1);
        return;
      }
      YearMonth month =
          YearMonth.parse(
              exchange.getRequestURI().getQuery().replaceAll(".*month=([0-9-]+).*", "$1"));
      byte[] body = lines(month).getBytes(StandardCharsets.UTF_8);
      reports.incrementAndGet(); // before whoever asked can tell of its answer
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private String lines(YearMonth month) {
    List<String> lines = new ArrayList<>();
    for (int line = 0; line < LINES_A_DAY; line++) {
      for (int day = 1; day <= DAYS; day++) {
        lines.add(line(month.atDay(day), line));
      }
    }
    return "[" + String.join(",\n", lines) + "]";
  }

  private String line(LocalDate day, int line) {
    return """
        {"AccountOwnerId": "owner@contoso.example", "AccountName": "Tolls", "SubscriptionId": "1",
         "SubscriptionGuid": "0b1f6471-1bf0-4dda-aec3-cb9272f0959%d", "SubscriptionName": "Tolls",
         "Date": "%s", "Month": %d, "Day": %d, "Year": %d, "Product": "Virtual Machines",
         "MeterId": "f5a5b2e4-0000-4000-8000-00000000000%d", "MeterCategory": "Virtual Machines",
         "MeterSubCategory": "Dv3", "MeterRegion": "EU West", "MeterName": "Compute Hours",
         "ConsumedQuantity": %d, "ResourceRate": %s, "ExtendedCost": %s,
         "ResourceLocation": "euwest", "ConsumedService": "Microsoft.Compute",
         "InstanceId": "/subscriptions/1/resourceGroups/tolls/providers/x/booth-%d",
         "ServiceInfo1": "", "ServiceInfo2": "", "AdditionalInfo": "", "Tags": "{\\"env\\":\\"prod\\"}",
         "StoreServiceIdentifier": "", "DepartmentName": "Roads", "CostCenter": "cc-%d",
         "UnitOfMeasure": "1 Hour", "ResourceGroup": "tolls"}"""
        .formatted(
            line % 3,
            AMERICAN.format(day),
            day.getMonthValue(),
            day.getDayOfMonth(),
            day.getYear(),
            line % 4,
            line + 1,
            rate.toPlainString(),
            costOf(line).toPlainString(),
            line,
            line % 5);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
