package com.contoso.tollbooth.azure.intake;

import static com.contoso.tollbooth.plate.SamplePassages.accepted;
import static com.contoso.tollbooth.plate.SamplePassages.passage;
import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.util.BinaryData;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.queue.QueueClient;
import com.azure.storage.queue.models.QueueMessageItem;
import com.contoso.tollbooth.azure.cosmos.CosmosPassageRegistry;
import com.contoso.tollbooth.azure.cosmos.CosmosPassages;
import com.contoso.tollbooth.azure.cosmos.LedgerSettings;
import com.contoso.tollbooth.azure.cosmos.TestDatabase;
import com.contoso.tollbooth.azure.storage.BlobDeadLetters;
import com.contoso.tollbooth.azure.storage.BlobPhotoStore;
import com.contoso.tollbooth.azure.storage.PhotoQueue;
import com.contoso.tollbooth.azure.storage.QueuePhotoArrivals;
import com.contoso.tollbooth.azure.storage.UsageQueues;
import com.contoso.tollbooth.azure.testkit.Azurite;
import com.contoso.tollbooth.plate.PassageClosed;
import com.contoso.tollbooth.plate.PassageId;
import com.contoso.tollbooth.plate.PhotoPath;
import com.contoso.tollbooth.plate.PhotoRefused;
import com.contoso.tollbooth.plate.PhotoUploaded;
import com.contoso.tollbooth.plate.PlateEvent;
import com.contoso.tollbooth.recognition.TextReaderUnavailable;
import com.contoso.tollbooth.reconciliation.DeadLetter;
import com.contoso.tollbooth.registry.PassageState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class PhotoMessagesTests {
  private static final PhotoPath PATH = new PhotoPath("booth-1/2026/03/01/a b ü.jpg");

  private final TestDatabase database = new TestDatabase();
  private final List<PhotoUploaded> processed = new ArrayList<>();
  private final List<PlateEvent> published = new ArrayList<>();
  private final CosmosPassages passages = new CosmosPassages(database.store);
  private final CosmosPassageRegistry registry =
      new CosmosPassageRegistry(
          database.store, new LedgerSettings(Duration.ZERO, 4), database.clock());
  private Consumer<PhotoUploaded> processPhoto = processed::add;

  private BlobContainerClient photos;
  private BlobContainerClient dead;
  private QueueClient queue;
  private PhotoQueue photoQueue;
  private BlobDeadLetters letters;
  private PhotoMessages messages;

  @BeforeEach
  void open() {
    photos = Azurite.running().newContainer();
    dead = Azurite.running().newContainer();
    queue = Azurite.running().newQueue();
    photoQueue = new PhotoQueue(queue, database.clock());
    letters =
        new BlobDeadLetters(
            dead,
            photoQueue,
            new UsageQueues(Azurite.running().queues()),
            registry,
            published::add);
    messages =
        new PhotoMessages(
            new BlobPhotoStore(photos),
            "photos",
            photoQueue,
            letters,
            registry,
            passages,
            photo -> processPhoto.accept(photo),
            new IntakeSettings(3, Duration.ZERO, 1, Duration.ZERO, 0),
            database.clock());
  }

  @AfterEach
  void close() {
    database.close();
  }

  private PhotoUploaded upload() {
    photos.getBlobClient(PATH.value()).upload(BinaryData.fromString("a photo"), true);
    return new BlobPhotoStore(photos).stored(PATH).orElseThrow();
  }

  private static String cloudEvent(PhotoUploaded photo) {
    return """
        {"specversion":"1.0","type":"Microsoft.Storage.BlobCreated",
         "source":"/subscriptions/s/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/a",
         "id":"9aeb0fdf-c01e-0131-0922-9eb54906e209","time":"2026-03-01T10:00:01.5Z",
         "subject":"/blobServices/default/containers/photos/blobs/%s",
         "data":{"api":"PutBlob","eTag":"%s","contentType":"image/jpeg","contentLength":7,
                 "blobType":"BlockBlob","url":"https://a.blob.core.windows.net/photos/x"}}
        """
        .formatted(photo.path(), photo.tag());
  }

  private static String gridEvent(PhotoUploaded photo) {
    return """
        [{"topic":"/subscriptions/s","eventType":"Microsoft.Storage.BlobCreated",
          "subject":"/blobServices/default/containers/photos/blobs/%s","id":"1",
          "eventTime":"2026-03-01T10:00:01.5Z","dataVersion":"","metadataVersion":"1",
          "data":{"api":"PutBlockList","eTag":"%s","contentLength":7,"blobType":"BlockBlob"}}]
        """
        .formatted(photo.path(), photo.tag());
  }

  /** Hands every message that waits to the handler, as the host does, until none is left. */
  private void drain(int most) {
    for (int handled = 0; handled < most; handled++) {
      QueueMessageItem message = queue.receiveMessage();
      if (message == null) {
        return;
      }
      messages.accept(message.getBody().toString());
      queue.deleteMessage(message.getMessageId(), message.getPopReceipt());
    }
  }

  private PassageState stateOf(PhotoUploaded photo) {
    return passages.find(photo.passage()).orElseThrow().state();
  }

  @Test
  void processesAPhotoThatEventGridTellsOfInEitherSchema() {
    PhotoUploaded photo = upload();

    messages.accept(cloudEvent(photo));
    messages.accept(gridEvent(photo));

    assertThat(processed).containsExactly(photo, photo);
    assertThat(stateOf(photo)).isEqualTo(PassageState.RECEIVED);
  }

  @Test
  void readsNoPhotoThatIsDecided() {
    PhotoUploaded photo = upload();
    processPhoto =
        read -> {
          processed.add(read);
          var passage =
              new com.contoso.tollbooth.plate.Passage(
                  read.passage(), read.path(), read.tag(), passage(1).capturedAt());
          registry.close(new PassageClosed(passage, PassageClosed.RejectCode.NO_PLATE));
        };

    messages.accept(cloudEvent(photo));
    messages.accept(cloudEvent(photo));

    assertThat(processed).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'specversion':'1.0','type':'Microsoft.Storage.BlobDeleted','data':{}}",
        "{'specversion':'1.0','type':'Microsoft.Storage.BlobCreated','subject':'/blobServices/default/containers/exports/blobs/x.csv','data':{'eTag':'0x1'}}"
      })
  void passesOverWhatIsNothingOfOurs(String message) {
    messages.accept(message.replace('\'', '"'));

    assertThat(processed).isEmpty();
    assertThat(letters.size()).isZero();
    assertThat(photoQueue.isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "half an ev",
        "",
        "17",
        "[]",
        "{}",
        "{'specversion':'1.0','type':'Microsoft.Storage.BlobCreated','data':{'eTag':'0x1'}}",
        "{'specversion':'1.0','type':'Microsoft.Storage.BlobCreated','subject':'/blobServices/default/containers/photos/blobs/b/x.jpg','data':{}}",
        "{'specversion':'1.0','type':'Microsoft.Storage.BlobCreated','subject':'/blobServices/default/containers/photos/blobs/loose.jpg','data':{'eTag':'0x1'}}",
        "{'specversion':'1.0','type':'Microsoft.Storage.BlobCreated','subject':'/blobServices/default/containers/photos/blobs/b/../x.jpg','data':{'eTag':'0x1'}}",
        "{'specversion':'1.0','type':'TollBooth.PhotoUploaded','data':{'path':7}}"
      })
  void keepsWhatNobodyCanMakeSenseOf(String message) {
    messages.accept(message.replace('\'', '"'));
    messages.accept(message.replace('\'', '"'));

    assertThat(letters.list(10))
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.reason()).startsWith("malformed: ");
              assertThat(letter.passage()).isNull();
            });
  }

  @Test
  void keepsAMessageOfAMegabyte() {
    messages.accept("x".repeat(1_000_000));

    assertThat(letters.size()).isEqualTo(1);
  }

  @Test
  void looksAgainForAPhotoWhoseEventIsEarly() {
    PhotoUploaded photo = upload();
    photos.getBlobClient(PATH.value()).delete();
    messages.accept(cloudEvent(photo));
    assertThat(letters.size()).isZero();

    PhotoUploaded there = upload();
    messages.accept(cloudEvent(there));
    drain(10);

    assertThat(processed).containsExactly(there);
  }

  @Test
  void givesUpAPhotoThatIsGone() {
    PhotoUploaded photo = upload();
    photos.getBlobClient(PATH.value()).delete();

    messages.accept(cloudEvent(photo));
    drain(10);

    assertThat(letters.list(10))
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.reason()).startsWith("GONE");
              assertThat(letter.attempts()).isEqualTo(3);
              assertThat(letter.passage()).isEqualTo(photo.passage());
              assertThat(letter.photoPath()).isEqualTo(PATH.value());
            });
    assertThat(photoQueue.isEmpty()).isTrue();
  }

  @Test
  void passesOverTheEventOfAPhotoThatWasReplaced() {
    PhotoUploaded old = upload();
    PhotoUploaded now = upload();
    assertThat(now.tag()).isNotEqualTo(old.tag());

    messages.accept(cloudEvent(old));

    assertThat(processed).isEmpty();
    assertThat(letters.size()).isZero();
  }

  @Test
  void waitsOutAnOutageWithoutUsingUpAttempts() {
    PhotoUploaded photo = upload();
    AtomicInteger calls = new AtomicInteger();
    processPhoto =
        read -> {
          if (calls.incrementAndGet() <= 40) {
            throw new TextReaderUnavailable("throttled", Duration.ofMillis(1));
          }
          processed.add(read);
        };

    messages.accept(cloudEvent(photo));
    drain(5000);

    assertThat(processed).containsExactly(photo);
    assertThat(letters.size()).isZero();
    assertThat(stateOf(photo)).isEqualTo(PassageState.RECEIVED);
    assertThat(photoQueue.isEmpty()).isTrue();
  }

  @Test
  void asksNobodyWhileTheEngineWantsToBeLeftAlone() {
    PhotoUploaded photo = upload();
    AtomicInteger calls = new AtomicInteger();
    processPhoto =
        read -> {
          calls.incrementAndGet();
          throw new TextReaderUnavailable("throttled", Duration.ofMinutes(10));
        };

    for (int n = 0; n < 20; n++) {
      messages.accept(cloudEvent(photo));
    }

    assertThat(calls).hasValue(1);
    assertThat(queue.getProperties().getApproximateMessagesCountLong()).isEqualTo(20);
    assertThat(queue.receiveMessage()).isNull();
  }

  @Test
  void triesAgainWhatFailsAndBuriesItInTheEnd() {
    PhotoUploaded photo = upload();
    processPhoto =
        read -> {
          processed.add(read);
          throw new IllegalStateException("the topic refused");
        };

    messages.accept(cloudEvent(photo));
    drain(10);

    assertThat(processed).hasSize(3);
    assertThat(letters.list(1).getFirst().reason()).isEqualTo("the topic refused");
    assertThat(stateOf(photo)).isEqualTo(PassageState.FAILED);
  }

  @Test
  void buriesARefusedPhotoAtOnceAndReplaysItAsIfNew() {
    PhotoUploaded photo = upload();
    processPhoto =
        read -> {
          throw new PhotoRefused(PhotoRefused.Reason.TRUNCATED, "it ends too early");
        };
    messages.accept(cloudEvent(photo));
    DeadLetter letter = letters.list(10).getFirst();
    assertThat(letter.reason()).isEqualTo("TRUNCATED: it ends too early");
    assertThat(letter.attempts()).isEqualTo(1);
    assertThat(stateOf(photo)).isEqualTo(PassageState.FAILED);

    processPhoto = processed::add;
    assertThat(letters.replay(List.of(letter.id(), "nonsense"))).isEqualTo(1);
    assertThat(stateOf(photo)).isEqualTo(PassageState.RECEIVED);
    drain(10);

    assertThat(processed).containsExactly(photo);
    assertThat(letters.size()).isZero();
  }

  @Test
  void keepsWhatTheHostGaveUp() {
    PhotoUploaded photo = upload();
    messages.poisoned(cloudEvent(photo));

    assertThat(letters.list(1).getFirst().passage()).isEqualTo(photo.passage());
    assertThat(letters.replayAll()).isEqualTo(1);
    drain(10);
    assertThat(processed).containsExactly(photo);
  }

  @Test
  void listsAndReplaysWhatEventGridCouldNotDeliver() {
    String name = "PLATE-EVENTS/SAVE-PLATE/2026/3/1/10/0c12f2ac.json";
    dead.getBlobClient(name)
        .upload(
            BinaryData.fromString(
                """
                [{"id":"1","source":"/tollbooth","specversion":"1.0","type":"TollBooth.PlateAccepted",
                  "time":"2026-03-01T10:00:01Z","subject":"x","datacontenttype":"application/json",
                  "data":%s,
                  "deadletterreason":"MaxDeliveryAttemptsExceeded","deliveryattempts":30,
                  "lastdeliveryoutcome":"TimedOut","publishtime":"2026-03-01T10:00:02Z",
                  "lastdeliveryattempttime":"2026-03-02T10:00:02Z"}]
                """
                    .formatted(JsonMapper.shared().writeValueAsString(accepted(1)))));

    assertThat(letters.list(10))
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.id()).isEqualTo(name);
              assertThat(letter.subscriber()).isEqualTo("SAVE-PLATE");
              assertThat(letter.passage()).isEqualTo(passage(1).id());
              assertThat(letter.reason()).isEqualTo("MaxDeliveryAttemptsExceeded: TimedOut");
              assertThat(letter.attempts()).isEqualTo(30);
              assertThat(letter.toString()).doesNotContain(accepted(1).plate().text());
            });

    assertThat(letters.replayAll()).isEqualTo(1);
    assertThat(published).containsExactly(accepted(1));
    assertThat(letters.size()).isZero();
  }

  @Test
  void queuesAnUploadUntilItsEventHasHadItsTime() {
    PhotoUploaded photo = upload();
    var arrivals = new QueuePhotoArrivals(registry, passages, photoQueue);

    assertThat(arrivals.arrived(photo)).isTrue();
    assertThat(arrivals.arrived(photo)).isFalse();

    assertThat(queue.getProperties().getApproximateMessagesCountLong()).isEqualTo(2);
    assertThat(queue.receiveMessage()).isNull();
    assertThat(stateOf(photo)).isEqualTo(PassageState.RECEIVED);
    PassageId id = photo.passage();
    assertThat(id).isEqualTo(passages.find(id).orElseThrow().id());
  }
}
