package com.contoso.tollbooth.local.usage.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** One bare JSON array, 31 fields to a line. */
record LegacyFormat(SimulatedReport report, int poison) {
  private static final DateTimeFormatter US = DateTimeFormatter.ofPattern("MM/dd/uuuu");
  static final String NO_USAGE = "\"Usage Data Extract\",\r\n\r\n\"No usage for the month\"\r\n";

  void writeTo(OutputStream out) throws IOException {
    var text = new Text();
    text.raw("[");
    var separator = new String[] {""};
    report.lines(
        0,
        report.places(),
        Long.MAX_VALUE,
        line -> {
          String date = US.format(line.date());
          if (separator[0].isEmpty() && poison > 0) {
            poison(text, line);
            separator[0] = ",";
          }
          text.raw(separator[0]).raw("\n");
          line(text, line, date, line.quantity().toPlainString());
          text.writeTo(out);
          separator[0] = ",";
        });
    text.raw("\n]\n").writeTo(out);
  }

  private void poison(Text text, SimulatedLine line) {
    String quantity = line.quantity().toPlainString();
    text.raw("\n");
    line(text, line, Poison.usDay(report.month()), quantity);
    text.raw(",\n");
    line(text, line, US.format(line.date()), '"' + Poison.NO_QUANTITY + '"');
    text.raw(",\n{\"ConsumedQuantity\":77,");
    var rest = new Text();
    line(rest, line, US.format(line.date()), quantity);
    text.raw(rest.toString().substring(1));
  }

  private static void line(Text text, SimulatedLine line, String date, String quantity) {
    Landscape.Resource resource = line.resource();
    LocalDate day = line.date();
    text.open()
        .field("AccountOwnerId", "owner" + resource.subscription() % 5 + "@contoso.com")
        .field("AccountName", "Account " + resource.subscription() % 5)
        .field("ServiceAdministratorId", "")
        .field("SubscriptionId", Integer.toString(1_000_000 + resource.subscription()))
        .field("SubscriptionGuid", line.subscriptionGuid())
        .field("SubscriptionName", Landscape.subscriptionName(resource.subscription()))
        .field("Date", date)
        .field("Month", day.getMonthValue())
        .field("Day", day.getDayOfMonth())
        .field("Year", day.getYear())
        .field("Product", line.productName())
        .field("MeterId", line.meter().id())
        .field("MeterCategory", line.meter().category())
        .field("MeterSubCategory", line.meter().subCategory())
        .field("MeterRegion", resource.region())
        .field("MeterName", line.meter().name())
        .literal("ConsumedQuantity", quantity)
        .field("ResourceRate", line.meter().price())
        .field("ExtendedCost", line.cost())
        .field("ResourceLocation", resource.region())
        .field("ConsumedService", resource.product().service())
        .field("InstanceId", resource.id())
        .field("ServiceInfo1", "")
        .field("ServiceInfo2", "")
        .field("AdditionalInfo", "")
        .field("Tags", resource.tags())
        .field("StoreServiceIdentifier", "")
        .field("DepartmentName", resource.department())
        .field("CostCenter", resource.costCenter())
        .field("UnitOfMeasure", line.meter().unit())
        .field("ResourceGroup", resource.group())
        .close();
  }
}
