package com.contoso.tollbooth.azure;

import com.azure.storage.blob.BlobServiceClient;
import com.contoso.tollbooth.api.HostStatus;
import com.contoso.tollbooth.azure.intake.PhotoMessages;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What an instance tells of the overview; it knows of its own OCR calls only. */
record AzureStatus(PhotoMessages messages, BlobServiceClient blobs) implements HostStatus {
  @Override
  public long photosInOcr() {
    return 0;
  }

  @Override
  public Optional<Instant> ocrDownUntil() {
    return messages.pausedUntil();
  }

  @Override
  public String photosFolder() {
    return blobs.getBlobContainerClient(AzureNames.PHOTOS).getBlobContainerUrl();
  }

  @Override
  public @Nullable JsonNode simulator() {
    return null;
  }
}
