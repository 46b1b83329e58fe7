package com.contoso.tollbooth.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.util.BinaryData;
import com.azure.storage.queue.models.QueueMessageItem;
import com.contoso.tollbooth.api.ApiContract;
import com.contoso.tollbooth.azure.storage.BlobPhotoStore;
import com.contoso.tollbooth.azure.testkit.CloudAround;
import com.contoso.tollbooth.azure.testkit.FunctionsHost;
import com.contoso.tollbooth.azure.testkit.HttpFrontEnd;
import com.contoso.tollbooth.azure.testkit.PhotoEvents;
import com.contoso.tollbooth.azure.testkit.VisionEmulator;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The API as the packaged app answers it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiPackageTests extends ApiContract {
  private final Map<ByteBuffer, VisionEmulator.Line> texts = new ConcurrentHashMap<>();
  private final Set<String> told = new HashSet<>();
  private CloudAround cloud;
  private FunctionsHost host;
  private HttpFrontEnd http;
  private int delivered;

  @BeforeAll
  void start() {
    cloud = new CloudAround();
    cloud.vision.reads(picture -> List.of(texts.get(ByteBuffer.wrap(picture))));
    host = new FunctionsHost(cloud.settings(), cloud.options());
    http = new HttpFrontEnd(host);
  }

  @AfterAll
  void stop() {
    http.close();
    host.close();
    cloud.close();
  }

  @Override
  protected URI address() {
    return http.address();
  }

  @Override
  protected byte[] photo(String plate, double confidence) {
    var picture = new BufferedImage(160, 120, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 160; x++) {
      picture.setRGB(x, x % 120, plate.hashCode() * (x + 1));
    }
    try {
      var jpeg = new ByteArrayOutputStream();
      ImageIO.write(picture, "jpg", jpeg);
      byte[] bytes = jpeg.toByteArray();
      texts.put(ByteBuffer.wrap(bytes), new VisionEmulator.Line(plate, confidence, 10, 20, 60, 15));
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What Event Grid and the queue would do. */
  @Override
  protected synchronized void process() {
    try (var photos = new BlobPhotoStore(cloud.container(AzureNames.PHOTOS)).all()) {
      photos
          .filter(photo -> told.add(photo.passage().value()))
          .forEach(photo -> host.call("photoUploaded", PhotoEvents.blobCreated(photo)));
    }
    for (QueueMessageItem message = cloud.queue().receiveMessage();
        message != null;
        message = cloud.queue().receiveMessage()) {
      host.call("photoUploaded", message.getBody().toString());
      cloud.queue().deleteMessage(message.getMessageId(), message.getPopReceipt());
    }
    var published = cloud.topic.published();
    for (; delivered < published.size(); delivered++) {
      PhotoEvents.deliver(host, published.get(delivered));
    }
  }

  @Test
  void agreesOnlyWithSendersItKnows() throws Exception {
    HttpResponse<String> known = ask("eventgrid.azure.net");
    assertThat(known.statusCode()).isEqualTo(200);
    assertThat(known.headers().firstValue("WebHook-Allowed-Origin"))
        .contains("eventgrid.azure.net");
    assertThat(known.headers().firstValue("WebHook-Allowed-Rate")).contains("*");

    assertThat(ask("evil.example").statusCode()).isEqualTo(403);
  }

  private HttpResponse<String> ask(String origin) throws Exception {
    return send(
        request("/api/events")
            .header("WebHook-Request-Origin", origin)
            .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
  }

  @Test
  void takesAFactByHttp() throws Exception {
    String id = upload("booth-1/posted.jpg", photo("KLT4799", 0.2));
    awaitState(id, "REVIEW");
    String review =
        cloud.topic.published().stream()
            .filter(event -> event.path("subject").asString().equals(id))
            .findFirst()
            .orElseThrow()
            .path("data")
            .path("passage")
            .toString();
    String closed =
        """
        {"specversion":"1.0","id":"1","source":"/desk","type":"TollBooth.PassageClosed",
         "data":{"passage":%s,"code":"NO_PLATE"}}
        """
            .formatted(review);

    assertThat(tell("application/json", closed)).isEqualTo(415);
    assertThat(tell("application/cloudevents+json", "{}")).isEqualTo(400);
    assertThat(tell("application/cloudevents+json; charset=utf-8", closed)).isEqualTo(204);
    assertThat(tell("application/cloudevents+json", closed)).isEqualTo(204);
    awaitState(id, "UNBILLABLE");
  }

  private int tell(String contentType, String event) throws Exception {
    return send(request("/api/events")
            .header("Content-Type", contentType)
            .POST(HttpRequest.BodyPublishers.ofString(event)))
        .statusCode();
  }

  @Test
  void handsOutAnExportThatIsTooLargeForAnAnswerByALink() throws Exception {
    cloud
        .container(AzureNames.EXPORTS)
        .getBlobClient("large.csv")
        .upload(BinaryData.fromBytes(new byte[9_000_000]), true);

    HttpResponse<String> answer = send(request("/api/exports/large.csv").GET());

    assertThat(answer.statusCode()).isEqualTo(307);
    assertThat(answer.headers().firstValue("Location"))
        .hasValueSatisfying(link -> assertThat(link).contains("/exports/large.csv?", "sp=r&"));
  }

  @Override
  protected boolean leavesOut(String path) {
    return Set.of("/api/stream", "/api/mails", "/api/simulator").contains(path);
  }
}
