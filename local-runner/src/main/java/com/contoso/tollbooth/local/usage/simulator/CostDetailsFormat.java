package com.contoso.tollbooth.local.usage.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.zip.GZIPOutputStream;

/** CSV in partitions, each with a header. */
record CostDetailsFormat(SimulatedReport report, int poison, int partitions) {
  private static final DateTimeFormatter US = DateTimeFormatter.ofPattern("MM/dd/uuuu");
  private static final String HEADER =
      "InvoiceSectionName,AccountName,AccountOwnerId,SubscriptionId,SubscriptionName,ResourceGroup,"
          + "ResourceLocation,Date,ProductName,MeterCategory,MeterSubCategory,MeterId,MeterName,"
          + "MeterRegion,UnitOfMeasure,Quantity,EffectivePrice,CostInBillingCurrency,CostCenter,"
          + "ConsumedService,ResourceId,Tags,OfferId,AdditionalInfo,ServiceInfo1,ServiceInfo2,"
          + "ResourceName,UnitPrice,PublisherType,ChargeType,Frequency,PricingModel,"
          + "BillingAccountId,BillingCurrencyCode,BillingPeriodStartDate,BillingPeriodEndDate";

  /** Writes a partition without packing it. */
  void writeTo(OutputStream out, int partition) throws IOException {
    var text = new Text();
    text.raw(HEADER).endRow().writeTo(out);
    var poisoned = new boolean[] {poison > 0 && partition == 0};
    report.lines(
        from(partition),
        from(partition + 1),
        Long.MAX_VALUE,
        line -> {
          String date = US.format(line.date());
          if (poisoned[0]) {
            poisoned[0] = false;
            row(text, line, Poison.usDay(report.month()), line.quantity().toPlainString());
            row(text, line, date, Poison.NO_QUANTITY);
          }
          row(text, line, date, line.quantity().toPlainString());
          text.writeTo(out);
        });
  }

  /** Writes a partition packed; the same bytes every time. */
  void packedTo(OutputStream out, int partition) throws IOException {
    var packed = new GZIPOutputStream(out, 64 * 1024);
    writeTo(packed, partition);
    packed.finish();
  }

  long rows(int partition) {
    long lines = report.count(from(partition), from(partition + 1));
    return lines + (partition == 0 && lines > 0 ? poison : 0);
  }

  private long from(int partition) {
    return report.places() * partition / partitions;
  }

  private void row(Text text, SimulatedLine line, String date, String quantity) {
    Landscape.Resource resource = line.resource();
    BigDecimal price = line.meter().price();
    String tags = resource.tags();
    text.cell("Section " + resource.department())
        .cell("Account " + resource.subscription() % 5)
        .cell("owner" + resource.subscription() % 5 + "@contoso.com")
        .cell(line.subscriptionGuid())
        .cell(line.subscriptionName())
        .cell(resource.group())
        .cell(resource.region())
        .cell(date)
        .cell(line.productName())
        .cell(line.meter().category())
        .cell(line.meter().subCategory())
        .cell(line.meter().id())
        .cell(line.meter().name())
        .cell(resource.region())
        .cell(line.meter().unit())
        .cell(quantity)
        .cell(price.toPlainString())
        .cell(line.cost().toPlainString())
        .cell(resource.costCenter())
        .cell(resource.product().service())
        .cell(resource.id())
        .cell(tags == null ? "" : withoutBraces(tags))
        .cell("MS-AZR-0017P")
        .cell("")
        .cell("")
        .cell("")
        .cell(resource.name())
        .cell(price.toPlainString())
        .cell(line.sale().publisher())
        .cell(line.sale().chargeType())
        .cell(line.sale().frequency())
        .cell(line.sale().pricingModel())
        .cell(report.enrollment().number().value())
        .cell(report.enrollment().currency())
        .cell(US.format(report.month().atDay(1)))
        .cell(US.format(report.month().atEndOfMonth()))
        .endRow();
  }

  /** Real reports of this kind leave them out. */
  private static String withoutBraces(String tags) {
    String open = tags.startsWith("{") ? tags.substring(1) : tags;
    return open.endsWith("}") ? open.substring(0, open.length() - 1) : open;
  }
}
