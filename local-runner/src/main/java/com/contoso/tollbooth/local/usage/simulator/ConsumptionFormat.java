package com.contoso.tollbooth.local.usage.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.time.format.DateTimeFormatter;

/**
 * Pages of JSON, each of which names the next.
 *
 * @param version 2 or 3
 * @param pageLines how many lines make a page full
 */
record ConsumptionFormat(SimulatedReport report, int version, int poison, int pageLines) {

  /**
   * Writes the page that begins at a place.
   *
   * @param self the address of the first page, without a query for the place
   */
  void writeTo(OutputStream out, long from, String self) throws IOException {
    var text = new Text();
    String id = report.enrollment().number() + "-" + report.month() + "-" + from;
    text.open().field("id", id).raw(",\"data\":[");
    var separator = new String[] {""};
    boolean poisoned = poison > 0 && from == 0;
    long next =
        report.lines(
            from,
            report.places(),
            pageLines,
            line -> {
              if (separator[0].isEmpty() && poisoned) {
                poison(text, line);
                separator[0] = ",";
              }
              text.raw(separator[0]);
              line(text, line, line.date().toString(), line.quantity().toPlainString());
              text.writeTo(out);
              separator[0] = ",";
            });
    text.raw("],\"nextLink\":");
    text.raw(next < report.places() ? "\"" + self + "skiptoken=" + next + "\"" : "null");
    text.raw("}").writeTo(out);
  }

  private void poison(Text text, SimulatedLine line) {
    String quantity = line.quantity().toPlainString();
    line(text, line, Poison.isoDay(report.month()), quantity);
    text.raw(",");
    line(text, line, line.date().toString(), '"' + Poison.NO_QUANTITY + '"');
    text.raw(",{\"consumedQuantity\":77,");
    var rest = new Text();
    line(rest, line, line.date().toString(), quantity);
    text.raw(rest.toString().substring(1));
  }

  private void line(Text text, SimulatedLine line, String date, String quantity) {
    Landscape.Resource resource = line.resource();
    text.open();
    if (version == 2) {
      text.field("accountId", resource.subscription() % 5)
          .field("productId", 9000 + resource.number() % 97)
          .field("resourceLocationId", 4)
          .field("consumedServiceId", 12)
          .field("departmentId", 100 + resource.subscription() % 7);
    }
    text.field("accountOwnerEmail", "owner" + resource.subscription() % 5 + "@contoso.com")
        .field("accountName", "Account " + resource.subscription() % 5)
        .field("serviceAdministratorId", "")
        .field("subscriptionId", 1_000_000 + resource.subscription())
        .field("subscriptionGuid", line.subscriptionGuid())
        .field("subscriptionName", Landscape.subscriptionName(resource.subscription()))
        .field("date", date + "T00:00:00Z")
        .field("product", line.productName())
        .field("meterId", line.meter().id())
        .field("meterCategory", line.meter().category())
        .field("meterSubCategory", line.meter().subCategory())
        .field("meterRegion", resource.region())
        .field("meterName", line.meter().name())
        .literal("consumedQuantity", quantity)
        .field("resourceRate", line.meter().price())
        .field("cost", line.cost())
        .field("resourceLocation", resource.region())
        .field("consumedService", resource.product().service())
        .field("instanceId", resource.id())
        .field("serviceInfo1", "")
        .field("serviceInfo2", "")
        .field("additionalInfo", "")
        .field("tags", resource.tags())
        .field("storeServiceIdentifier", "")
        .field("departmentName", resource.department())
        .field("costCenter", resource.costCenter())
        .field("unitOfMeasure", line.meter().unit())
        .field("resourceGroup", resource.group());
    if (version == 3) {
      text.field("chargesBilledSeparately", "false")
          .field("offerId", "MS-AZR-0017P")
          .field("partNumber", "AAD-" + line.meter().id().substring(0, 5));
    }
    text.close();
  }

  /** The version's name: it changes when the lines do. */
  static String tag(SimulatedReport report, int poison) {
    long day = Math.min(report.asOf().toEpochDay(), lastChange(report));
    return "\"%s-%s-%d-%d\"".formatted(report.enrollment().number(), report.month(), day, poison);
  }

  private static long lastChange(SimulatedReport report) {
    long settled = report.month().atEndOfMonth().toEpochDay() + report.enrollment().lateDays();
    return report.enrollment().restatements().stream()
        .filter(each -> each.month().equals(report.month()))
        .filter(each -> !each.from().isAfter(report.asOf()))
        .mapToLong(each -> Math.max(settled, each.from().toEpochDay()))
        .findFirst()
        .orElse(settled);
  }

  static final DateTimeFormatter PERIOD = DateTimeFormatter.ofPattern("uuuuMM");
}
