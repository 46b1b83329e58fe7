package com.contoso.tollbooth.local.usage.simulator;

import java.math.BigDecimal;
import java.util.List;

/**
 * What is measured.
 *
 * @param typical quantity a day of a resource of middling size
 */
record Meter(
    String id,
    String name,
    String category,
    String subCategory,
    String unit,
    BigDecimal price,
    double typical,
    Rhythm rhythm) {

  /** How use goes by the days of the week. */
  enum Rhythm {
    /** The same every day. */
    STEADY,
    /** Switched off at weekends, but for a remainder. */
    OFFICE,
    /** Follows what customers do. */
    TRADE
  }

  static final List<Meter> ALL =
      List.of(
          meter(0, "D4s v5", "Virtual Machines", "Dsv5 Series", "1 Hour", "0.2304", 21, 1),
          meter(1, "D8s v5", "Virtual Machines", "Dsv5 Series", "1 Hour", "0.4608", 22, 0),
          meter(2, "E16s v5", "Virtual Machines", "Esv5 Series", "1 Hour", "1.216", 18, 1),
          meter(3, "P10 LRS Disk", "Storage", "Premium SSD", "1/Month", "21.677", 0.0322, 0),
          meter(4, "Standard Data Transfer Out", "Bandwidth", "", "1 GB", "0.0801", 14, 2),
          meter(5, "Hot LRS Data Stored", "Storage", "Blob", "1 GB/Month", "0.0196", 48, 0),
          meter(6, "Hot LRS Write Operations", "Storage", "Blob", "10K", "0.0543", 31, 2),
          meter(7, "vCore", "SQL Database", "General Purpose", "1 Hour", "0.25187", 46, 0),
          meter(8, "Data Stored", "SQL Database", "Storage", "1 GB/Month", "0.1278", 9, 0),
          meter(9, "100 RU/s", "Azure Cosmos DB", "", "1 Hour", "0.0088", 520, 2),
          meter(10, "Data Stored", "Azure Cosmos DB", "", "1 GB/Month", "0.278", 1.7, 0),
          meter(11, "Execution Time", "Functions", "Flex", "1 GB Second", "0.000026", 61000, 2),
          meter(12, "Total Executions", "Functions", "Flex", "10", "0.000004", 44000, 2),
          meter(13, "P1 v3 App", "Azure App Service", "Premium v3", "1 Hour", "0.1551", 24, 0),
          meter(14, "Operations", "Key Vault", "", "10K", "0.0271", 3.1, 2),
          meter(15, "Data Ingestion", "Log Analytics", "", "1 GB", "2.673", 2.2, 2),
          meter(16, "Throughput Unit", "Event Hubs", "Standard", "1 Hour", "0.0271", 31, 0),
          meter(17, "Ingress Events", "Event Hubs", "Standard", "1M", "0.0253", 210, 2),
          meter(18, "S1 Transactions", "Cognitive Services", "Vision", "1K", "0.8977", 19, 2),
          meter(19, "Unit", "API Management", "Standard v2", "1 Hour", "0.8662", 24, 0),
          meter(20, "Uptime", "Azure Kubernetes Service", "", "1 Hour", "0.0905", 24, 0));

  private static Meter meter(
      int number,
      String name,
      String category,
      String subCategory,
      String unit,
      String price,
      double typical,
      int rhythm) {
    return new Meter(
        Chance.guid(0x6d65746572L, number),
        name,
        category,
        subCategory,
        unit,
        new BigDecimal(price),
        typical,
        Rhythm.values()[rhythm]);
  }
}
