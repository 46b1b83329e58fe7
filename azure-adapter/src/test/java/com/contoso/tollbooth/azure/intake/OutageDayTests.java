package com.contoso.tollbooth.azure.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.ai.vision.imageanalysis.ImageAnalysisClientBuilder;
import com.azure.core.credential.KeyCredential;
import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.RetryOptions;
import com.azure.core.util.BinaryData;
import com.azure.storage.blob.BlobContainerClient;
import com.contoso.tollbooth.TollBoothFunctions;
import com.contoso.tollbooth.azure.cosmos.CosmosPassageRegistry;
import com.contoso.tollbooth.azure.cosmos.CosmosPassages;
import com.contoso.tollbooth.azure.cosmos.CosmosReviewQueue;
import com.contoso.tollbooth.azure.cosmos.LedgerSettings;
import com.contoso.tollbooth.azure.cosmos.TestDatabase;
import com.contoso.tollbooth.azure.storage.BlobDeadLetters;
import com.contoso.tollbooth.azure.storage.BlobPhotoStore;
import com.contoso.tollbooth.azure.storage.PhotoQueue;
import com.contoso.tollbooth.azure.storage.UsageQueues;
import com.contoso.tollbooth.azure.testkit.Azurite;
import com.contoso.tollbooth.azure.testkit.Emulator.Fault;
import com.contoso.tollbooth.azure.testkit.VisionEmulator;
import com.contoso.tollbooth.azure.vision.AiVisionTextReader;
import com.contoso.tollbooth.plate.PassageClosed;
import com.contoso.tollbooth.plate.PassageId;
import com.contoso.tollbooth.plate.PhotoPath;
import com.contoso.tollbooth.plate.PhotoUploaded;
import com.contoso.tollbooth.plate.PlateAccepted;
import com.contoso.tollbooth.plate.PlateEvent;
import com.contoso.tollbooth.plate.PlateEvents;
import com.contoso.tollbooth.plate.ReviewRequired;
import com.contoso.tollbooth.recognition.PhotoStore;
import com.contoso.tollbooth.recognition.TextReader;
import com.contoso.tollbooth.registry.PassageState;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** A day without OCR, under a clock that runs as fast as the messages become visible. */
class OutageDayTests {
  private static final Logger log = LoggerFactory.getLogger(OutageDayTests.class);
  private static final Instant DOWN = Instant.parse("2026-03-01T10:00:00Z");
  private static final Instant UP = DOWN.plus(Duration.ofHours(24));
  private static final Duration SHORT = Duration.ofSeconds(120);
  private static final Duration LONG = Duration.ofSeconds(300);
  private static final int AT_ONCE = 12;

  private final TestDatabase database = new TestDatabase();
  private final InstantSource clock = database.stoppedClock();
  private final VisionEmulator vision = new VisionEmulator();
  private final QueueEmulator queue = new QueueEmulator(clock);
  private final BlobContainerClient photos = Azurite.running().newContainer();
  private final CosmosPassages passages = new CosmosPassages(database.store);
  private final CosmosReviewQueue reviews = new CosmosReviewQueue(database.store, clock);
  private final CosmosPassageRegistry registry =
      new CosmosPassageRegistry(database.store, new LedgerSettings(Duration.ZERO, 4), clock);
  private final PhotoQueue photoQueue = new PhotoQueue(queue.client(), clock);
  private final List<PlateEvent> told = new ArrayList<>();
  private final BlobDeadLetters letters =
      new BlobDeadLetters(
          Azurite.running().newContainer(),
          photoQueue,
          new UsageQueues(Azurite.running().queues()),
          registry,
          told::add);
  private final AnnotationConfigApplicationContext functions = functions();
  private int askedInTheOutage;

  @AfterEach
  void close() {
    functions.close();
    queue.close();
    vision.close();
    database.close();
  }

  @Test
  void losesNothingAndSendsNoPhotoToAPerson() throws IOException {
    vision.reads(picture -> List.of(new VisionEmulator.Line("KLT4791", 0.999, 20, 30, 80, 30)));
    List<PassageId> uploaded = uploads();

    Instant end = runUntilNothingWaits(messages());

    log.info(
        "A day of outage, {} photos: {} messages handled, {} OCR calls in the outage, the last photo"
            + " read {} after it",
        uploaded.size(),
        queue.sent().size(),
        askedInTheOutage,
        Duration.between(UP, end));
    assertThat(told)
        .allSatisfy(event -> assertThat(event).isInstanceOf(PlateAccepted.class))
        .extracting(event -> event.passage().id())
        .containsExactlyInAnyOrderElementsOf(uploaded);
    assertThat(vision.calls()).isEqualTo(uploaded.size());
    assertThat(passages.counts().of(PassageState.BILLABLE)).isEqualTo(uploaded.size());
    assertThat(reviews.size()).isZero();
    assertThat(letters.size()).isZero();
    assertThat(queue.sent()).noneMatch(message -> message.contains(Delivery.ATTEMPTS));
    assertThat(end).isBetween(UP, UP.plus(Duration.ofMinutes(20)));
    Duration meanWait = SHORT.plus(LONG).dividedBy(2);
    assertThat((long) askedInTheOutage)
        .isBetween(24L, Duration.between(DOWN, UP).plus(LONG).dividedBy(meanWait) + 1);
  }

  /** Some as the outage begins and one each hour, the last as it ends. */
  private List<PassageId> uploads() throws IOException {
    var uploaded = new ArrayList<PassageId>();
    for (int n = 0; n < AT_ONCE + 24; n++) {
      Instant at = DOWN.plus(Duration.ofHours(Math.max(0, n - AT_ONCE + 1)));
      PhotoUploaded photo = upload(new PhotoPath("booth-1/2026/03/01/%d.jpg".formatted(n)));
      queue.put(event(photo), at);
      uploaded.add(photo.passage());
    }
    return uploaded;
  }

  private PhotoUploaded upload(PhotoPath path) throws IOException {
    var jpeg = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(160, 120, BufferedImage.TYPE_INT_RGB), "jpg", jpeg);
    photos.getBlobClient(path.value()).upload(BinaryData.fromBytes(jpeg.toByteArray()));
    return new BlobPhotoStore(photos).stored(path).orElseThrow();
  }

  private static String event(PhotoUploaded photo) {
    return """
        {"specversion":"1.0","type":"Microsoft.Storage.BlobCreated","source":"/s","id":"1",
         "subject":"/blobServices/default/containers/photos/blobs/%s","data":{"eTag":"%s"}}
        """
        .formatted(photo.path(), photo.tag());
  }

  private Instant runUntilNothingWaits(PhotoMessages messages) {
    Optional<QueueEmulator.Waiting> next = queue.next();
    while (next.isPresent()) {
      if (next.get().visibleAt().isAfter(clock.instant())) {
        database.set(next.get().visibleAt());
      }
      if (clock.instant().isBefore(UP)) {
        vision.order(askedInTheOutage % 2 == 0 ? refusal(429, SHORT) : refusal(503, LONG));
      }
      messages.accept(next.get().message());
      vision.heal();
      next = queue.next();
    }
    return clock.instant();
  }

  private static Fault refusal(int status, Duration wait) {
    return new Fault.Status(status, Map.of("Retry-After", Long.toString(wait.toSeconds())));
  }

  @SuppressWarnings("unchecked") // the beans' types, as their configurations declare them
  private PhotoMessages messages() {
    return new PhotoMessages(
        new BlobPhotoStore(photos),
        "photos",
        photoQueue,
        letters,
        registry,
        passages,
        (Consumer<PhotoUploaded>) functions.getBean("processPhoto"),
        new IntakeSettings(5, Duration.ofSeconds(10), 4, Duration.ofMinutes(10), 0.5),
        clock);
  }

  /** The functions themselves, with the ports that a photo's way needs. */
  private AnnotationConfigApplicationContext functions() {
    var engine =
        new AiVisionTextReader(
            new ImageAnalysisClientBuilder()
                .endpoint(vision.address())
                .credential(new KeyCredential(VisionEmulator.KEY))
                .retryOptions(new RetryOptions(new FixedDelayOptions(0, Duration.ZERO)))
                .buildClient(),
            clock);
    var context = new AnnotationConfigApplicationContext();
    context.register(TollBoothFunctions.class);
    context.registerBean(Clock.class, () -> clock.withZone(ZoneOffset.UTC));
    context.registerBean(PhotoStore.class, () -> new BlobPhotoStore(photos));
    context.registerBean(
        TextReader.class,
        () ->
            photo -> {
              if (clock.instant().isBefore(UP)) {
                askedInTheOutage++;
              }
              return engine.read(photo);
            });
    context.registerBean(
        PlateEvents.class,
        () ->
            event -> {
              told.add(event);
              switch (event) {
                case PlateAccepted accepted -> registry.accept(accepted);
                case ReviewRequired doubtful -> reviews.add(doubtful);
                case PassageClosed closed -> registry.close(closed);
              }
            });
    context.addBeanFactoryPostProcessor(
        beans ->
            Stream.of(beans.getBeanDefinitionNames())
                .forEach(name -> beans.getBeanDefinition(name).setLazyInit(true)));
    context.refresh();
    return context;
  }
}
