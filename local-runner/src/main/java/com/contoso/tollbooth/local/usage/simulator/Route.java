package com.contoso.tollbooth.local.usage.simulator;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which service a request is for. */
sealed interface Route {
  Pattern LEGACY =
      Pattern.compile(
          "GET /rest/([^/]+)/usage-report\\?month=(\\d{4}-\\d{2})&type=detail&fmt=Json");
  Pattern CONSUMPTION =
      Pattern.compile(
          "GET /v([23])/enrollments/([^/]+)/(?:billingPeriods/(?=\\d{6}/usagedetails)"
              + "|usagedetailsbycustomdate\\?startTime=)(\\d{4}-?\\d{2}).*");
  Pattern ORDER =
      Pattern.compile(
          "POST /providers/Microsoft.Billing/billingAccounts/([^/]+)/providers/"
              + "Microsoft.CostManagement/generateCostDetailsReport\\?api-version=.*");
  Pattern COLLECT = Pattern.compile("GET /accounts/([^/]+)/operationResults/([^/]+)");
  Pattern PARTITION = Pattern.compile("GET /blobs/([^/]+)/part_(\\d{1,4})\\.csv\\.gz\\?.*");
  Pattern TOKEN = Pattern.compile("[?&]skiptoken=(\\d{1,15})$");
  Pattern START = Pattern.compile("\"start\":\\s*\"(\\d{4}-\\d{2})");

  record Legacy(Matcher at) implements Route {}

  record Consumption(Matcher at, long from) implements Route {}

  record Order(Matcher at) implements Route {}

  record Collect(Matcher at) implements Route {}

  record Partition(Matcher at) implements Route {}

  record Nowhere() implements Route {}

  static Route of(String method, URI uri) {
    String line = method + " " + uri;
    Matcher legacy = LEGACY.matcher(line);
    Matcher consumption = CONSUMPTION.matcher(line);
    Matcher order = ORDER.matcher(line);
    Matcher collect = COLLECT.matcher(line);
    Matcher partition = PARTITION.matcher(line);
    if (legacy.matches()) {
      return new Legacy(legacy);
    } else if (consumption.matches()) {
      Matcher token = TOKEN.matcher(line);
      return new Consumption(consumption, token.find() ? Long.parseLong(token.group(1)) : 0);
    } else if (order.matches()) {
      return new Order(order);
    } else if (collect.matches()) {
      return new Collect(collect);
    }
    return partition.matches() ? new Partition(partition) : new Nowhere();
  }

  /** The address of the first page, ready for a token to follow. */
  static String self(URI base, URI uri) {
    String first = base + TOKEN.matcher(uri.toString()).replaceFirst("");
    return first + (first.contains("?") ? "&" : "?");
  }

  static YearMonth month(String text) {
    String digits = text.replace("-", "");
    return YearMonth.of(
        Integer.parseInt(digits.substring(0, 4)), Integer.parseInt(digits.substring(4)));
  }

  /** The month that an order is for. */
  static YearMonth ordered(byte[] body) {
    Matcher start = START.matcher(new String(body, StandardCharsets.UTF_8));
    if (!start.find()) {
      throw new NoSuchReport();
    }
    return YearMonth.parse(start.group(1));
  }
}
