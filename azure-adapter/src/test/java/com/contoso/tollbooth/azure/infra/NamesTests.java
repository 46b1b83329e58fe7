package com.contoso.tollbooth.azure.infra;

import static com.contoso.tollbooth.azure.infra.Repository.found;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.contoso.tollbooth.azure.AzureNames;
import com.contoso.tollbooth.export.ExportSettings;
import com.contoso.tollbooth.plate.PassageClosed;
import com.contoso.tollbooth.plate.PlateAccepted;
import com.contoso.tollbooth.plate.ReviewRequired;
import com.contoso.tollbooth.usage.UsageFolder;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/**
 * Whether code and infra call things by the same names; a rename on one side fails. Those of Cosmos
 * DB and of roles are in tests of their own.
 */
class NamesTests {
  private static final BicepFile MAIN = Repository.template("main.bicep");
  private static final BicepFile STORAGE = Repository.template("modules/storage.bicep");
  private static final BicepFile ROLES = Repository.template("modules/roles.bicep");
  private static final BicepFile POSTGRES = Repository.template("modules/postgres.bicep");
  private static final String SCRIPTS = Repository.texts(Repository.INFRA, ".sh", ".md");

  /** Settings that the code reads and infra must not set, with the reason. */
  private static final Map<String, String> NOT_ON_AZURE =
      Map.of(
          "PhotoStorage", "the connection string of a storage emulator",
          "BATCH_DB_PASSWORD", "a database on a developer's machine; Azure's takes tokens only",
          "MAIL_PASSWORD", "a mail server that knows no access token",
          "MAIL_STARTTLS", "a mail server without TLS, in tests");

  @Test
  void containersAndQueuesOfThePhotoAccount() {
    assertThat(made(STORAGE, "photoAccount", "blobs", "containers"))
        .containsExactlyInAnyOrderElementsOf(containers());
    assertThat(made(STORAGE, "photoAccount", "queues", "waiting"))
        .containsExactlyInAnyOrder(AzureNames.PHOTO_QUEUE, AzureNames.POISON_QUEUE);
    var queues = new HashSet<>(made(STORAGE, "photoAccount", "queues", "waiting"));
    queues.addAll(made(STORAGE, "photoAccount", "queues", "usage"));
    queues.addAll(made(STORAGE, "photoAccount", "queues", "usagePoison"));
    assertThat(queues).isEqualTo(AppFunctions.queues());
    assertThat(STORAGE.resolve(STORAGE.value("output", "photosContainer")))
        .isEqualTo(AzureNames.PHOTOS);
    assertThat(STORAGE.resolve(STORAGE.value("output", "deadLetterContainer")))
        .isEqualTo(AzureNames.DEAD_LETTERS);
    assertThat(STORAGE.resolve(STORAGE.value("output", "photoQueueName")))
        .isEqualTo(AzureNames.PHOTO_QUEUE);
  }

  private static Set<String> containers() {
    var containers =
        new HashSet<>(
            Set.of(
                AzureNames.PHOTOS,
                AzureNames.EXPORTS,
                AzureNames.DEAD_LETTERS,
                AzureNames.PRICE_SHEETS,
                AzureNames.FINANCE));
    Stream.of(UsageFolder.values()).map(UsageFolder::folder).forEach(containers::add);
    return containers;
  }

  @Test
  void queuesOfTheUsagePipeline() {
    assertThat(made(STORAGE, "photoAccount", "queues", "usage"))
        .containsExactlyInAnyOrder(
            AzureNames.USAGE_FETCHES, AzureNames.USAGE_REPORTS, AzureNames.USAGE_DAYS);
    assertThat(STORAGE.resolve(STORAGE.value("output", "usageContainer")))
        .isEqualTo(UsageFolder.NEW_DAILY_USAGE.folder());
    assertThat(STORAGE.resolve(STORAGE.value("output", "usageQueueName")))
        .isEqualTo(AzureNames.USAGE_REPORTS);
    assertThat(made(ROLES, "photoAccount", "queues", "usageReports"))
        .containsOnly(AzureNames.USAGE_REPORTS);
  }

  @Test
  void eventsOfTheUsageContainer() {
    BicepValue filter =
        Repository.template("modules/usage-subscription.bicep")
            .value("resource", "usageReports")
            .get("properties", "filter");

    assertThat(filter.get("includedEventTypes").items())
        .extracting(BicepValue::text)
        .containsExactly("Microsoft.Storage.BlobCreated");
    assertThat(filter.get("subjectBeginsWith").text())
        .isEqualTo("/blobServices/default/containers/${usageContainer}/");
    assertThat(Repository.text(Repository.SOURCES.resolve("reports/ReportEvent.java")))
        .contains("/blobServices/default/containers/");
  }

  /** The host appends this to a queue's name. */
  @Test
  void poisonQueue() {
    assertThat(AzureNames.POISON_QUEUE).isEqualTo(AzureNames.PHOTO_QUEUE + "-poison");
  }

  @Test
  void rightsAreOnContainersAndQueuesThatExist() {
    assertThat(made(ROLES, "photoAccount", "blobs", "photos")).containsOnly(AzureNames.PHOTOS);
    assertThat(made(ROLES, "photoAccount", "blobs", "deadLetters"))
        .containsOnly(AzureNames.DEAD_LETTERS);
    assertThat(made(ROLES, "photoAccount", "queues", "photoUploads"))
        .containsOnly(AzureNames.PHOTO_QUEUE);
    assertThat(made(STORAGE, "hostAccount", "blobs", "containers"))
        .containsAll(made(ROLES, "hostAccount", "blobs", "releases"));
  }

  @Test
  void containersAndQueuesInScriptsAlertsAndReadme() {
    var containers = new HashSet<>(made(STORAGE, "hostAccount", "blobs", "containers"));
    containers.addAll(made(STORAGE, "photoAccount", "blobs", "containers"));
    assertThat(found("--container-name (\\S+)", SCRIPTS)).isNotEmpty().isSubsetOf(containers);
    assertThat(found("--queue-name (\\S+)", SCRIPTS))
        .isSubsetOf(AzureNames.PHOTO_QUEUE, AzureNames.POISON_QUEUE);
    assertThat(found("([\\w-]+-poison)\\b", Repository.texts(Repository.INFRA, ".bicep", ".json")))
        .containsOnly(AzureNames.POISON_QUEUE);
  }

  @Test
  void appSettings() {
    Set<String> read = found("\\$\\{(\\w+)", Repository.text(Repository.SETTINGS));
    assertThat(read).containsAll(NOT_ON_AZURE.keySet());

    var wanted = new TreeSet<>(read);
    wanted.removeAll(NOT_ON_AZURE.keySet());
    wanted.addAll(AppFunctions.settings());
    for (String connection : AppFunctions.connections()) {
      // How the host reaches a queue as a managed identity.
      wanted.add(connection + "__queueServiceUri");
      wanted.add(connection + "__credential");
      wanted.add(connection + "__clientId");
    }
    assertThat(AppFunctions.connections()).containsOnly(AzureNames.STORAGE);
    assertThat(settings().keySet()).isEqualTo(wanted);
  }

  @Test
  void appSettingsInMessages() {
    assertThat(
            found(
                "\\bset\\(\\w+, \"(\\w+)\"",
                Repository.text(Repository.SOURCES.resolve("AzureSettings.java"))))
        .isNotEmpty()
        .isSubsetOf(settings().keySet());
  }

  /** What stands for the passage in the link to a photo, and where the link leads. */
  @Test
  void linkToAPhoto() {
    String local =
        new Binder(new MapConfigurationPropertySource())
            .bindOrCreate("tollbooth.export", ExportSettings.class)
            .photoUrl();
    BicepValue api = Repository.template("modules/api.bicep").value("resource", "api");
    String path = local.substring(local.indexOf("/api/"));

    assertThat(path).contains("{passageId}");
    assertThat(settings().get("PHOTO_URL").text())
        .isEqualTo("${apim.outputs.gatewayUrl}" + path)
        .startsWith("${apim.outputs.gatewayUrl}/" + api.get("properties", "path").text() + "/");
  }

  @Test
  void eventGridSubscriptionsOfFunctions() throws Exception {
    var subscribed = new TreeMap<String, String>();
    for (BicepValue subscriber :
        Repository.template("modules/plate-subscriptions.bicep")
            .value("var", "subscribers")
            .items()) {
      subscribed.put(subscriber.get("functionName").text(), subscriber.get("eventType").text());
    }

    assertThat(subscribed)
        .isEqualTo(AppFunctions.eventTypes())
        .containsOnlyKeys(AppFunctions.calledByEventGrid());
    assertThat(subscribed.values())
        .containsExactlyInAnyOrder(PlateAccepted.TYPE, ReviewRequired.TYPE, PassageClosed.TYPE);
  }

  /** Scripts and CI wait for the functions that Event Grid asks for. */
  @Test
  void functionsThatScriptsWaitFor() {
    String scripts = SCRIPTS + Repository.texts(Repository.WORKFLOWS, ".yml");
    Set<String> lists = found("for function in ([\\w ]+);", scripts);

    assertThat(lists).isNotEmpty();
    assertThat(lists)
        .allSatisfy(
            list ->
                assertThat(list.split(" "))
                    .containsExactlyInAnyOrderElementsOf(AppFunctions.calledByEventGrid()));
  }

  @Test
  void eventsOfThePhotoAccount() {
    BicepValue filter =
        Repository.template("modules/photo-subscription.bicep")
            .value("resource", "photoUploads")
            .get("properties", "filter");
    String reader = Repository.text(Repository.SOURCES.resolve("intake/PhotoEvent.java"));

    assertThat(filter.get("includedEventTypes").items())
        .extracting(BicepValue::text)
        .containsExactlyElementsOf(found("case \"([\\w.]+)\" ->", reader));
    assertThat(filter.get("subjectBeginsWith").text())
        .isEqualTo("/blobServices/default/containers/${photosContainer}/");
    assertThat(reader).contains("\"/blobServices/default/containers/([^/]+)/blobs/");
  }

  @Test
  void databaseOfTheJobRepository() {
    String database = POSTGRES.resolve(POSTGRES.value("resource", "database").get("name"));
    String grants = Repository.text(Repository.INFRA.resolve("grant-database.sh"));

    assertThat(POSTGRES.value("output", "databaseName").text()).isEqualTo("database.name");
    assertThat(found("(?m)^sql (\\w+) ", grants)).containsOnly("postgres", database);
    assertThat(found("\\bdatabase (\\w+)\\b", grants)).containsOnly(database);
  }

  @Test
  void addressOfTheJobRepository() {
    String url = settings().get("BATCH_DB_URL").text();

    assertThat(url)
        .startsWith(
            "jdbc:postgresql://${postgres.outputs.host}:5432/${postgres.outputs.databaseName}?");
    assertThatCode(
            () ->
                Class.forName(
                    found("authenticationPluginClassName=([\\w.]+)", url).iterator().next()))
        .doesNotThrowAnyException();
    assertThat(settings().get("BATCH_DB_USER").text())
        .as("the role that grant-database.sh makes")
        .isEqualTo(MAIN.value("output", "FUNCTION_IDENTITY_NAME").text())
        .isEqualTo(MAIN.value("module", "identity").get("params", "name").text());
  }

  private static Map<String, BicepValue> settings() {
    return MAIN.value("module", "functions").get("params", "appSettings").fields();
  }

  /** The names that a resource in a resource in a resource makes. */
  private static Set<String> made(BicepFile file, String account, String service, String what) {
    return file.namesMadeBy(
        file.value("resource", account).get("resource " + service, "resource " + what));
  }
}
