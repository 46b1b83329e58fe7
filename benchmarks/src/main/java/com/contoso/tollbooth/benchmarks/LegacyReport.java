package com.contoso.tollbooth.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** A report in the legacy form: all 31 fields, decimals of up to 22 digits, days in no order. */
final class LegacyReport {
  private static final String LINE =
      """
      {"AccountOwnerId":"owner%1$d@contoso.example","Account Name":"Account %1$d",\
      "ServiceAdministratorId":"admin@contoso.example","SubscriptionId":%2$d,\
      "SubscriptionGuid":"%3$08x-0c1f-4a52-9d1e-6e9f0d2b%1$04d",\
      "Subscription Name":"Contoso %1$d","Date":"03/%4$02d/2026","Month":3,"Day":%4$d,\
      "Year":2026,"Product":"Standard IO - Page Blob/Disk (GB) - Europe, West",\
      "Meter ID":"%3$08x-5f4b-47a8-b6a5-0f3c7a3e%1$04d","Meter Category":"Storage",\
      "Meter Sub-Category":"Locally Redundant","Meter Region":"West Europe",\
      "Meter Name":"Standard IO - Page Blob/Disk (GB)","Consumed Quantity":%5$s,\
      "ResourceRate":%6$s,"ExtendedCost":%7$s,"Resource Location":"westeurope",\
      "Consumed Service":"Microsoft.Storage",\
      "Instance ID":"/subscriptions/%3$08x-0c1f-4a52-9d1e-6e9f0d2b%1$04d/resourceGroups/rg-%1$d/\
      providers/Microsoft.Storage/storageAccounts/contoso%2$d","ServiceInfo1":"",\
      "ServiceInfo2":"","AdditionalInfo":"","Tags":"{\\"env\\":\\"prod\\",\\"owner\\":\\"team-%1$d\\"}",\
      "Store Service Identifier":"","Department Name":"Operations","Cost Center":"cc-%1$d",\
      "Unit Of Measure":"1 GB","Resource Group":"rg-%1$d"}""";

  private LegacyReport() {}

  static void write(OutputStream out, long bytes) throws IOException {
    var random = new Random(7);
    long written = 0;
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    String separator = "[";
    while (written < bytes) {
      String line = separator + line(random);
      writer.write(line);
      written += line.length();
      separator = ",";
    }
    writer.write("]");
    writer.flush();
  }

  private static String line(Random random) {
    return LINE.formatted(
        random.nextInt(40),
        random.nextInt(100_000),
        random.nextInt(1000),
        1 + random.nextInt(31),
        decimal(random),
        decimal(random),
        decimal(random));
  }

  /** Half of them longer than a double can hold. */
  static String decimal(Random random) {
    String few = random.nextInt(1000) + "." + (100_000 + random.nextInt(900_000));
    return random.nextBoolean() ? few : few + (1_000_000_000_000L + random.nextLong(1L << 42));
  }
}
