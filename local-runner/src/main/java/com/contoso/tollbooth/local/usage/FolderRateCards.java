package com.contoso.tollbooth.local.usage;

import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.ledger.BadPriceSheet;
import com.contoso.tollbooth.usage.ledger.PriceSheet;
import com.contoso.tollbooth.usage.ledger.RateCard;
import com.contoso.tollbooth.usage.ledger.RateCards;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A folder with a price sheet for each enrollment that needs one, {@code {number}.csv}. */
final class FolderRateCards implements RateCards {
  private final Path folder;

  FolderRateCards(Path folder) {
    this.folder = folder;
  }

  @Override
  public RateCard of(EnrollmentNumber enrollment) throws IOException {
    Path sheet = folder.resolve(enrollment + ".csv");
    try {
      return PriceSheet.read(Files.readAllBytes(sheet));
    } catch (NoSuchFileException none) {
      return RateCard.NONE;
    } catch (BadPriceSheet wrong) {
      throw new IOException(sheet.getFileName() + ": " + wrong.getMessage(), wrong);
    }
  }
}
