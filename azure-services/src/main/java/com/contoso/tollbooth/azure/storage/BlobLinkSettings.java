package com.contoso.tollbooth.azure.storage;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How files are handed out.
 *
 * @param largest the largest file that is sent as an answer; 8 MB, because an answer is in memory
 *     whole and more than once, and sixteen at a time must fit beside the work of an instance of 2
 *     GB. A larger one is fetched from the store by a link
 * @param linkFor how long a link holds; 5 minutes, because whoever has it needs no sign-in, and a
 *     download that has begun goes on
 */
@ConfigurationProperties("tollbooth.download")
public record BlobLinkSettings(
    @DefaultValue("8MB") DataSize largest, @DefaultValue("5m") Duration linkFor) {
  private static final Duration LONGEST = Duration.ofHours(1);

  public BlobLinkSettings {
    if (largest.toBytes() < 0) {
      throw new IllegalArgumentException("tollbooth.download.largest is a size");
    }
    if (!linkFor.isPositive() || linkFor.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("tollbooth.download.link-for is 1 second to 1 hour");
    }
  }
}
