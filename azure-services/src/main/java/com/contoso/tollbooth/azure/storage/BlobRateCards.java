package com.contoso.tollbooth.azure.storage;

import com.azure.core.util.BinaryData;
import com.azure.storage.blob.BlobContainerClient;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.ledger.BadPriceSheet;
import com.contoso.tollbooth.usage.ledger.PriceSheet;
import com.contoso.tollbooth.usage.ledger.RateCard;
import com.contoso.tollbooth.usage.ledger.RateCards;
import java.io.IOException;
import java.util.Optional;

/** A container with a price sheet for each enrollment that needs one, {@code {number}.csv}. */
public final class BlobRateCards implements RateCards {
  private final BlobContainerClient container;

  public BlobRateCards(BlobContainerClient container) {
    this.container = container;
  }

  @Override
  public RateCard of(EnrollmentNumber enrollment) throws IOException {
    String name = enrollment + ".csv";
    Optional<BinaryData> sheet =
        BlobFaults.ifThere(() -> container.getBlobClient(name).downloadContent());
    if (sheet.isEmpty()) {
      return RateCard.NONE;
    }
    try {
      return PriceSheet.read(sheet.get().toBytes());
    } catch (BadPriceSheet wrong) {
      throw new IOException(name + ": " + wrong.getMessage(), wrong);
    }
  }
}
