package com.contoso.tollbooth.export;

import com.contoso.tollbooth.billing.BillablePlate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** The columns that billing can have. */
enum CsvColumn {
  PASSAGE_ID("PassageId", (plate, url) -> plate.passage().value()),
  BOOTH_ID("BoothId", (plate, url) -> plate.booth().value()),
  CAPTURED_AT("CapturedAt", (plate, url) -> iso(plate.capturedAt())),
  LICENSE_PLATE_TEXT("LicensePlateText", (plate, url) -> plate.plate().text()),
  JURISDICTION("Jurisdiction", (plate, url) -> plate.jurisdiction().name()),
  CONFIDENCE("Confidence", (plate, url) -> fourDecimals(plate.confidence().value())),
  SOURCE("Source", (plate, url) -> plate.source().name()),
  PHOTO_URL("PhotoUrl", (plate, url) -> url.replace("{passageId}", plate.passage().value()));

  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final String title;
  private final BiFunction<BillablePlate, String, String> cell;

  CsvColumn(String title, BiFunction<BillablePlate, String, String> cell) {
    this.title = title;
    this.cell = cell;
  }

  String cell(BillablePlate plate, String photoUrl) {
    return cell.apply(plate, photoUrl);
  }

  /** Reads the setting {@code tollbooth.export.columns}. */
  static List<Titled> parse(List<String> columns) {
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("tollbooth.export.columns names no column");
    }
    return columns.stream().map(CsvColumn::parse).toList();
  }

  private static Titled parse(String column) {
    int equals = column.indexOf('=');
    String name = equals < 0 ? column : column.substring(0, equals);
    return Arrays.stream(values())
        .filter(each -> each.title.equals(name))
        .findFirst()
        .map(each -> new Titled(each, equals < 0 ? each.title : column.substring(equals + 1)))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "tollbooth.export.columns names the unknown column '%s'; there are %s"
                        .formatted(
                            name,
                            Arrays.stream(values())
                                .map(each -> each.title)
                                .collect(Collectors.joining(", ")))));
  }

  private static String iso(Instant at) {
    return ISO.format(at);
  }

  /** As {@code %.4f} would, at a tenth of its cost. */
  private static String fourDecimals(double confidence) {
    long tenThousandths = Math.round(confidence * 10_000);
    String decimals = Long.toString(10_000 + tenThousandths % 10_000);
    return tenThousandths / 10_000 + "." + decimals.substring(1);
  }

  /** A column under the header that billing knows it by. */
  record Titled(CsvColumn column, String header) {}
}
