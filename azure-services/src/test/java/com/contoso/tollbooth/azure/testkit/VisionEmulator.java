package com.contoso.tollbooth.azure.testkit;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.imageio.ImageIO;
import tools.jackson.databind.json.JsonMapper;

/**
 * Image Analysis 4.0, feature Read, as documented: {@code POST
 * /computervision/imageanalysis:analyze?features=read&api-version=…} with the picture as {@code
 * application/octet-stream}; 401 without key or token, 400 {@code InvalidImageFormat} for what is
 * no picture. What stands in a picture the test says.
 */
public final class VisionEmulator extends Emulator {
  public static final String KEY = "vision-key";

  private final AtomicInteger calls = new AtomicInteger();
  private volatile Function<byte[], List<Line>> reader = picture -> List.of();

  /** What a picture of these bytes reads from now on. */
  public void reads(Function<byte[], List<Line>> text) {
    reader = text;
  }

  /** Pictures that were read. */
  public int calls() {
    return calls.get();
  }

  @Override
  protected Answer respond(HttpExchange exchange, byte[] body) throws IOException {
    if (!exchange.getRequestMethod().equals("POST")
        || !exchange.getRequestURI().getPath().equals("/computervision/imageanalysis:analyze")) {
      return error(404, "ResourceNotFound");
    }
    String token = exchange.getRequestHeaders().getFirst("Authorization");
    if (!KEY.equals(exchange.getRequestHeaders().getFirst("Ocp-Apim-Subscription-Key"))
        && (token == null || !token.startsWith("Bearer "))) {
      return error(401, "401");
    }
    String query = exchange.getRequestURI().getQuery();
    if (!query.contains("features=read") || !query.contains("api-version=")) {
      return error(400, "InvalidRequest");
    }
    var picture = ImageIO.read(new ByteArrayInputStream(body));
    if (picture == null) {
      return error(400, "InvalidImageFormat");
    }
    calls.incrementAndGet();
    var lines = reader.apply(body).stream().map(Line::json).toList();
    var blocks = new ArrayList<Object>();
    if (!lines.isEmpty()) {
      blocks.add(Map.of("lines", lines));
    }
    return new Answer(
        200,
        Map.of("Content-Type", "application/json"),
        JsonMapper.shared()
            .writeValueAsString(
                Map.of(
                    "modelVersion",
                    "2023-10-01",
                    "metadata",
                    Map.of("width", picture.getWidth(), "height", picture.getHeight()),
                    "readResult",
                    Map.of("blocks", blocks))));
  }

  private static Answer error(int status, String code) {
    return new Answer(
        status,
        Map.of("Content-Type", "application/json"),
        "{\"error\":{\"code\":\"%s\",\"message\":\"%s\"}}".formatted(code, code));
  }

  /** A line of text with one word, and the rectangle around it. */
  public record Line(String text, double confidence, int x, int y, int width, int height) {
    Map<String, Object> json() {
      var polygon =
          List.of(
              Map.of("x", x, "y", y),
              Map.of("x", x + width, "y", y),
              Map.of("x", x + width, "y", y + height),
              Map.of("x", x, "y", y + height));
      return Map.of(
          "text", text,
          "boundingPolygon", polygon,
          "words",
              List.of(Map.of("text", text, "boundingPolygon", polygon, "confidence", confidence)));
    }
  }
}
