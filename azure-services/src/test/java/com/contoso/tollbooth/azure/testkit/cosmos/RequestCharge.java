package com.contoso.tollbooth.azure.testkit.cosmos;

import java.util.List;

/**
 * What a request costs in request units, by the published figures for session consistency:
 *
 * <ul>
 *   <li>a point read costs 1 RU for 1 KB and 10 RU for 100 KB; a write without indexes costs 5 RU
 *       for 1 KB and 50 RU for 100 KB; sizes between and beyond are on the line through the two;
 *   <li>replacing an item costs twice what inserting it costs;
 *   <li>a query by an index costs a little over 2 RU, here 2.3, and grows with the items it loads;
 * </ul>
 *
 * and by two approximations of our own, since the service publishes no figure: 0.2 RU for each
 * indexed value written, and a hundredth of a point read for each item that is only counted. A
 * failed operation costs 1 RU, a throttled one nothing.
 *
 * @see <a href="https://learn.microsoft.com/azure/cosmos-db/optimize-cost-reads-writes">Optimize
 *     request cost in Azure Cosmos DB</a>
 * @see <a href="https://learn.microsoft.com/azure/cosmos-db/request-units">Request units</a>
 */
final class RequestCharge {
  static final double FAILURE = 1;
  static final double METADATA = 1;

  private static final double WRITE_FOR_READ = 5;
  private static final double INDEXED_PATH = 0.2;
  private static final double QUERY = 2.3;
  private static final double COUNTED_ITEM = 0.01;
  private static final double FURTHER_KILOBYTE = 9.0 / 99;

  private RequestCharge() {}

  static double read(StoredDocument document) {
    double kilobytes = document.bytes() / 1024.0;
    return rounded(1 + Math.max(0, kilobytes - 1) * FURTHER_KILOBYTE);
  }

  static double insert(StoredDocument document, IndexingPolicy policy) {
    return rounded(
        WRITE_FOR_READ * read(document) + INDEXED_PATH * policy.indexedPaths(document.json()));
  }

  static double replace(StoredDocument document, IndexingPolicy policy) {
    return rounded(2 * insert(document, policy));
  }

  static double delete(StoredDocument document, IndexingPolicy policy) {
    return insert(document, policy);
  }

  /** A page of a query: each item loaded costs what a further kilobyte of a point read costs. */
  static double query(List<StoredDocument> loaded) {
    double kilobytes =
        loaded.stream().mapToDouble(document -> Math.max(1, document.bytes() / 1024.0)).sum();
    return rounded(QUERY + kilobytes * FURTHER_KILOBYTE);
  }

  static double count(int items) {
    return rounded(QUERY + items * COUNTED_ITEM);
  }

  static double rounded(double charge) {
    return Math.round(charge * 100) / 100.0;
  }
}
