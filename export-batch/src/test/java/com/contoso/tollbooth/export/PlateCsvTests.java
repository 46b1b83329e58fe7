package com.contoso.tollbooth.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contoso.tollbooth.billing.BillablePlate;
import com.contoso.tollbooth.plate.BoothId;
import com.contoso.tollbooth.plate.Confidence;
import com.contoso.tollbooth.plate.Jurisdiction;
import com.contoso.tollbooth.plate.LicensePlate;
import com.contoso.tollbooth.plate.PassageId;
import com.contoso.tollbooth.plate.PlateAccepted.Source;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlateCsvTests {
  private static final List<String> ALL =
      List.of(
          "PassageId",
          "BoothId",
          "CapturedAt",
          "LicensePlateText",
          "Jurisdiction",
          "Confidence",
          "Source",
          "PhotoUrl");

  private static final List<BillablePlate> PLATES =
      List.of(
          plate("00000000000000000000000000000001", "booth-1", "ABC1234", Jurisdiction.TX, 0.98765),
          plate("00000000000000000000000000000002", "Süd 2", "12O0", Jurisdiction.US, 1));

  @Test
  void isWhatBillingReads() {
    assertThat(csv(ALL, true))
        .isEqualTo(
            """
            PassageId,BoothId,CapturedAt,LicensePlateText,Jurisdiction,Confidence,Source,PhotoUrl\r
            00000000000000000000000000000001,booth-1,2026-03-01T10:00:00.000Z,ABC1234,TX,0.9877,AUTOMATIC,https://t/00000000000000000000000000000001\r
            00000000000000000000000000000002,Süd 2,2026-03-01T10:00:00.000Z,12O0,US,1.0000,AUTOMATIC,https://t/00000000000000000000000000000002\r
            """);
  }

  @Test
  void hasItsHeaderOnce() {
    assertThat(csv(ALL, false)).startsWith("0000").hasLineCount(2);
  }

  @Test
  void hasTheColumnsThatBillingAsksFor() {
    assertThat(csv(List.of("LicensePlateText=Plate, text", "BoothId"), true))
        .isEqualTo("\"Plate, text\",BoothId\r\nABC1234,booth-1\r\n12O0,Süd 2\r\n");
  }

  @Test
  void refusesAColumnThatThereIsNot() {
    assertThatThrownBy(() -> csv(List.of("Colour"), true))
        .hasMessageContaining("tollbooth.export.columns")
        .hasMessageContaining("Colour")
        .hasMessageContaining("LicensePlateText");
  }

  private static String csv(List<String> columns, boolean first) {
    var settings =
        new ExportSettings(Duration.ofHours(1), null, columns, "https://t/{passageId}", 10);
    return new String(new PlateCsv(settings).render(PLATES, first), StandardCharsets.UTF_8);
  }

  private static BillablePlate plate(
      String id, String booth, String plate, Jurisdiction jurisdiction, double confidence) {
    return new BillablePlate(
        new PassageId(id),
        new BoothId(booth),
        Instant.parse("2026-03-01T10:00:00Z"),
        new LicensePlate(plate),
        jurisdiction,
        new Confidence(confidence),
        Source.AUTOMATIC);
  }
}
