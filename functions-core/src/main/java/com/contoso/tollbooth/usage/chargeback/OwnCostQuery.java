package com.contoso.tollbooth.usage.chargeback;

import com.contoso.tollbooth.usage.UsageRights;
import java.time.YearMonth;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Asks what photos cost.
 *
 * @param photos how many there were in each month
 */
public record OwnCostQuery(
    UsageRights rights, CostFilter filter, SortedMap<YearMonth, Long> photos) {
  public OwnCostQuery {
    photos = Collections.unmodifiableSortedMap(new TreeMap<>(photos));
  }
}
