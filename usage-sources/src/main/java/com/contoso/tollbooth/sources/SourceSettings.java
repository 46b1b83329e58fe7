package com.contoso.tollbooth.sources;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where usage reports come from, and how long to be patient with their sources.
 *
 * @param legacy base address of the enterprise reports; retired, so only a simulator answers there
 * @param consumption base address of the consumption service; retired likewise
 * @param consumptionBy how a month is asked for there: custom dates suit an enrollment whose
 *     billing periods are no calendar months
 * @param costDetails base address of Cost Details
 * @param inbox folder of the files dropped by hand, with a folder for each enrollment
 * @param inboxQuiet how long a dropped file must not have changed before it is taken, since whoever
 *     drops it may still be writing
 * @param longestWait how long one retrieval waits in all before it gives its thread back: a
 *     function's time is paid for and limited, and a queue waits for nothing
 * @param attempts how often one request, and one report that broke off, is tried; with the delay
 *     below enough for a passing fault
 * @param firstDelay before the second attempt, where the source does not say; doubled each time
 * @param connectTimeout time to connect; what takes longer is down
 * @param readTimeout time without a byte after which a connection counts as broken
 * @param orderKept how long an ordered report is waited for; an older one is ordered anew, so that
 *     today's run is not given yesterday's report
 * @param maxReport bytes of a report, unpacked; ten times the largest we know, against a packed
 *     file that never ends
 * @param maxPages pages of a report, against pages that never end
 */
@ConfigurationProperties("tollbooth.usage.sources")
public record SourceSettings(
    @DefaultValue("https://ea.azure.com") URI legacy,
    @DefaultValue("https://consumption.azure.com") URI consumption,
    @DefaultValue("BILLING_PERIOD") ConsumptionBy consumptionBy,
    @DefaultValue("https://management.azure.com") URI costDetails,
    @DefaultValue("usage-inbox") Path inbox,
    @DefaultValue("30s") Duration inboxQuiet,
    @DefaultValue("5s") Duration longestWait,
    @DefaultValue("4") int attempts,
    @DefaultValue("200ms") Duration firstDelay,
    @DefaultValue("10s") Duration connectTimeout,
    @DefaultValue("60s") Duration readTimeout,
    @DefaultValue("6h") Duration orderKept,
    @DefaultValue("20GB") DataSize maxReport,
    @DefaultValue("100000") int maxPages) {

  public SourceSettings {
    if (attempts < 1 || attempts > 10) {
      throw new IllegalArgumentException("tollbooth.usage.sources.attempts is 1 to 10");
    }
    if (maxPages < 1) {
      throw new IllegalArgumentException("tollbooth.usage.sources.max-pages is 1 or more");
    }
  }

  /** How the consumption service is asked for a month. */
  public enum ConsumptionBy {
    BILLING_PERIOD,
    CUSTOM_DATES
  }
}
