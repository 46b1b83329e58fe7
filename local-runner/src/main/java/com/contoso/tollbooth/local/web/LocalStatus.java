package com.contoso.tollbooth.local.web;

import com.contoso.tollbooth.api.HostStatus;
import com.contoso.tollbooth.local.broker.Dispatcher;
import com.contoso.tollbooth.local.intake.PhotosFolder;
import com.contoso.tollbooth.local.ocr.OcrMeter;
import com.contoso.tollbooth.local.simulator.BoothSimulator;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What this machine tells of the overview. */
record LocalStatus(OcrMeter ocr, Dispatcher dispatcher, PhotosFolder photos, BoothSimulator booths)
    implements HostStatus {

  @Override
  public long photosInOcr() {
    return ocr.reading();
  }

  @Override
  public Optional<Instant> ocrDownUntil() {
    return dispatcher.pausedUntil("processPhoto");
  }

  @Override
  public String photosFolder() {
    return photos.address();
  }

  @Override
  public JsonNode simulator() {
    return JsonMapper.shared().valueToTree(booths.status());
  }
}
