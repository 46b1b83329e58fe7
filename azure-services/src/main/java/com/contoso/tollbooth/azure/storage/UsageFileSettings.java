package com.contoso.tollbooth.azure.storage;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the usage pipeline's files.
 *
 * @param block how much of a file is gathered before it is sent; 1 MB, because a report is split
 *     into 31 files at once and each holds a block in memory. A file has at most 50,000 blocks, so
 *     this one may grow to 48 GB.
 */
@ConfigurationProperties("tollbooth.usage.files")
public record UsageFileSettings(@DefaultValue("1MB") DataSize block) {
  public UsageFileSettings {
    if (block.toKilobytes() < 64 || block.toMegabytes() > 100) {
      throw new IllegalArgumentException("tollbooth.usage.files.block is 64 KB to 100 MB");
    }
  }

  int blockBytes() {
    return Math.toIntExact(block.toBytes());
  }
}
