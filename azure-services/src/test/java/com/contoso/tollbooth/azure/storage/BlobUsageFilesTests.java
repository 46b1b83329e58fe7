package com.contoso.tollbooth.azure.storage;

import static com.contoso.tollbooth.usage.UsageFolder.ERRORS;
import static com.contoso.tollbooth.usage.UsageFolder.NEW_DAILY_USAGE;
import static com.contoso.tollbooth.usage.UsageFolder.PROCESSED_USAGE;
import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.util.BinaryData;
import com.azure.core.util.Configuration;
import com.azure.storage.blob.BlobServiceClient;
import com.azure.storage.blob.BlobServiceClientBuilder;
import com.contoso.tollbooth.azure.testkit.Azurite;
import com.contoso.tollbooth.usage.StoredFile;
import com.contoso.tollbooth.usage.UsageFiles;
import com.contoso.tollbooth.usage.UsageFilesContract;
import com.contoso.tollbooth.usage.UsageFolder;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class BlobUsageFilesTests extends UsageFilesContract {
  private static final UsageFileSettings SMALL = new UsageFileSettings(DataSize.ofKilobytes(64));

  private final BlobServiceClient storage =
      new BlobServiceClientBuilder()
          .connectionString(Azurite.running().connectionString())
          .configuration(Configuration.NONE)
          .buildClient();
  private final UsageFiles files = new BlobUsageFiles(storage, SMALL);

  @BeforeEach
  void empty() {
    for (UsageFolder folder : UsageFolder.values()) {
      var container = storage.getBlobContainerClient(folder.folder());
      container.createIfNotExists();
      container.listBlobs().forEach(blob -> container.getBlobClient(blob.getName()).delete());
    }
  }

  @Override
  protected UsageFiles files() {
    return files;
  }

  @Override
  protected UsageFiles reopened() {
    return new BlobUsageFiles(storage, SMALL);
  }

  @Override
  protected void putByHand(UsageFolder folder, String name, String text) {
    storage
        .getBlobContainerClient(folder.folder())
        .getBlobClient(name)
        .upload(BinaryData.fromString(text), true);
  }

  @Test
  void keepsAFileOfManyBlocksAndMovesIt() throws IOException {
    byte[] bytes = new byte[1_000_003];
    new Random(1).nextBytes(bytes);
    StoredFile stored;
    try (UsageFiles.NewFile file = files.create(NEW_DAILY_USAGE, "big")) {
      file.out().write(bytes, 0, 3);
      file.out().write(bytes, 3, 500_000);
      for (int at = 500_003; at < bytes.length; at += 1000) {
        file.out().write(bytes, at, 1000);
      }
      stored = file.commit();
    }

    files.move("big", NEW_DAILY_USAGE, PROCESSED_USAGE);

    assertThat(files.find(PROCESSED_USAGE, "big")).contains(stored);
    try (InputStream in = files.open(PROCESSED_USAGE, "big").orElseThrow()) {
      assertThat(in.readAllBytes()).isEqualTo(bytes);
    }
  }

  @Test
  void isDoneWithAMoveThatWasCutOffBeforeTheFirstFileWent() throws IOException {
    StoredFile stored = put(NEW_DAILY_USAGE, "cut", "lines");
    put(PROCESSED_USAGE, "cut", "lines");

    files.move("cut", NEW_DAILY_USAGE, PROCESSED_USAGE);

    assertThat(files.find(PROCESSED_USAGE, "cut")).contains(stored);
    assertThat(files.list(ERRORS, "")).isEmpty();
    assertThat(files.find(NEW_DAILY_USAGE, "cut")).isEmpty();
  }
}
