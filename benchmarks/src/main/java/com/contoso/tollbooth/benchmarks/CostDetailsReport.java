package com.contoso.tollbooth.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** A report of Cost Details: 36 columns of CSV, quoted where they hold commas or quotes. */
final class CostDetailsReport {
  private static final String HEADER =
      """
      InvoiceSectionName,AccountName,AccountOwnerId,SubscriptionId,SubscriptionName,ResourceGroup,\
      ResourceLocation,Date,ProductName,MeterCategory,MeterSubCategory,MeterId,MeterName,\
      MeterRegion,UnitOfMeasure,Quantity,EffectivePrice,CostInBillingCurrency,CostCenter,\
      ConsumedService,ResourceId,Tags,OfferId,AdditionalInfo,ServiceInfo1,ServiceInfo2,\
      ResourceName,UnitPrice,PublisherType,ChargeType,Frequency,PricingModel,BillingAccountId,\
      BillingCurrencyCode,BillingPeriodStartDate,BillingPeriodEndDate
      """;

  private static final String LINE =
      """
      Section %1$d,Account %1$d,owner%1$d@contoso.example,\
      %3$08x-0c1f-4a52-9d1e-6e9f0d2b%1$04d,Contoso %1$d,rg-%1$d,\
      westeurope,03/%4$02d/2026,"Standard IO - Page Blob/Disk (GB) - Europe, West",Storage,\
      Locally Redundant,%3$08x-5f4b-47a8-b6a5-0f3c7a3e%1$04d,Standard IO - Page Blob/Disk (GB),\
      West Europe,1 GB,%5$s,%6$s,%7$s,cc-%1$d,Microsoft.Storage,\
      /subscriptions/%3$08x-0c1f-4a52-9d1e-6e9f0d2b%1$04d/resourceGroups/rg-%1$d/\
      providers/Microsoft.Storage/storageAccounts/contoso%2$d,\
      \"""env"": ""prod"",""owner"": ""team-%1$d\""",MS-AZR-0017P,,,,contoso%2$d,%6$s,Azure,Usage,\
      UsageBased,OnDemand,100200,EUR,03/01/2026,03/31/2026
      """;

  private CostDetailsReport() {}

  static void write(OutputStream out, long bytes) throws IOException {
    var random = new Random(7);
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    writer.write(HEADER);
    for (long written = HEADER.length(); written < bytes; ) {
      String line =
          LINE.formatted(
              random.nextInt(40),
              random.nextInt(100_000),
              random.nextInt(1000),
              1 + random.nextInt(31),
              LegacyReport.decimal(random),
              LegacyReport.decimal(random),
              LegacyReport.decimal(random));
      writer.write(line);
      written += line.length();
    }
    writer.flush();
  }
}
