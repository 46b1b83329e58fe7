package com.contoso.tollbooth.usage.split;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the split.
 *
 * @param maxLineBytes the longest line that is processed, in bytes of its JSON text; a document of
 *     Cosmos DB holds at most 2 MB, and a line becomes one with names and enrichment added
 */
@ConfigurationProperties("tollbooth.usage")
public record SplitSettings(@DefaultValue("1048576") int maxLineBytes) {
  private static final int LARGEST = 16 << 20;

  public SplitSettings {
    if (maxLineBytes < 1 || maxLineBytes > LARGEST) {
      throw new IllegalArgumentException(
          "tollbooth.usage.max-line-bytes must be 1 to " + LARGEST + ", not " + maxLineBytes);
    }
  }
}
