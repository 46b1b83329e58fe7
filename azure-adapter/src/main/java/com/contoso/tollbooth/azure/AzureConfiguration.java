package com.contoso.tollbooth.azure;

import com.azure.ai.vision.imageanalysis.ImageAnalysisClientBuilder;
import com.azure.core.credential.TokenCredential;
import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.RetryOptions;
import com.azure.core.util.HttpClientOptions;
import com.azure.cosmos.ConsistencyLevel;
import com.azure.cosmos.CosmosClient;
import com.azure.cosmos.CosmosClientBuilder;
import com.azure.identity.ManagedIdentityCredentialBuilder;
import com.azure.messaging.eventgrid.EventGridPublisherClientBuilder;
import com.azure.storage.blob.BlobServiceClient;
import com.azure.storage.blob.BlobServiceClientBuilder;
import com.azure.storage.queue.QueueMessageEncoding;
import com.azure.storage.queue.QueueServiceClient;
import com.azure.storage.queue.QueueServiceClientBuilder;
import com.contoso.tollbooth.api.HostStatus;
import com.contoso.tollbooth.api.TollBoothApi;
import com.contoso.tollbooth.azure.batch.PostgresExportTurn;
import com.contoso.tollbooth.azure.cosmos.CosmosBillablePlates;
import com.contoso.tollbooth.azure.cosmos.CosmosConditions;
import com.contoso.tollbooth.azure.cosmos.CosmosKnownPassages;
import com.contoso.tollbooth.azure.cosmos.CosmosPassageRegistry;
import com.contoso.tollbooth.azure.cosmos.CosmosPassages;
import com.contoso.tollbooth.azure.cosmos.CosmosReviewQueue;
import com.contoso.tollbooth.azure.cosmos.CosmosStore;
import com.contoso.tollbooth.azure.cosmos.LedgerSettings;
import com.contoso.tollbooth.azure.events.EventGridPlateEvents;
import com.contoso.tollbooth.azure.events.Facts;
import com.contoso.tollbooth.azure.handlers.EventOrigins;
import com.contoso.tollbooth.azure.handlers.LargeFiles;
import com.contoso.tollbooth.azure.intake.IntakeSettings;
import com.contoso.tollbooth.azure.intake.PhotoMessages;
import com.contoso.tollbooth.azure.mail.MailSettings;
import com.contoso.tollbooth.azure.mail.SmtpNotices;
import com.contoso.tollbooth.azure.reports.UsageMessages;
import com.contoso.tollbooth.azure.storage.BlobBillingDrop;
import com.contoso.tollbooth.azure.storage.BlobDeadLetters;
import com.contoso.tollbooth.azure.storage.BlobLinkSettings;
import com.contoso.tollbooth.azure.storage.BlobLinks;
import com.contoso.tollbooth.azure.storage.BlobPhotoStore;
import com.contoso.tollbooth.azure.storage.PhotoQueue;
import com.contoso.tollbooth.azure.storage.QueuePhotoArrivals;
import com.contoso.tollbooth.azure.storage.UsageQueues;
import com.contoso.tollbooth.azure.vision.AiVisionTextReader;
import com.contoso.tollbooth.export.ExportTurn;
import com.contoso.tollbooth.plate.PhotoUploaded;
import com.contoso.tollbooth.plate.PlateEvents;
import com.contoso.tollbooth.reconciliation.DeadLetter;
import com.contoso.tollbooth.registry.PassageRegistry;
import com.contoso.tollbooth.registry.Passages;
import com.contoso.tollbooth.usage.JobQuery;
import com.contoso.tollbooth.usage.JobRecord;
import com.contoso.tollbooth.usage.UsageRights;
import io.micrometer.core.instrument.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** Core's ports over Azure's services, each known to the managed identity. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
  AzureSettings.class,
  LedgerSettings.class,
  IntakeSettings.class,
  BlobLinkSettings.class,
  MailSettings.class,
  EventOrigins.class
})
class AzureConfiguration {
  /** A function lasts five minutes; a call that hangs must not take them all. */
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  /** At the start, though nothing else is made before it is needed. */
  @Bean
  @Lazy(false)
  SmartInitializingSingleton requiredSettings(AzureSettings settings, MailSettings mail) {
    return settings::requireAll;
  }

  @Bean
  TokenCredential credential(AzureSettings settings) {
    return new ManagedIdentityCredentialBuilder().clientId(settings.clientId()).build();
  }

  @Bean
  BlobServiceClient blobs(AzureSettings settings, TokenCredential credential) {
    var builder = new BlobServiceClientBuilder();
    return settings.storageEmulated()
        ? builder.connectionString(settings.storage()).buildClient()
        : builder.endpoint(settings.blobAddress()).credential(credential).buildClient();
  }

  @Bean
  LargeFiles largeFiles(
      BlobServiceClient blobs, AzureSettings azure, BlobLinkSettings settings, Clock clock) {
    var signature =
        azure.storageEmulated()
            ? BlobLinks.Signature.byAccountKey()
            : BlobLinks.Signature.byIdentity(blobs);
    return new LargeFiles(new BlobLinks(blobs, signature, settings, clock)::link);
  }

  @Bean
  BlobPhotoStore photoStore(BlobServiceClient blobs) {
    return new BlobPhotoStore(blobs.getBlobContainerClient(AzureNames.PHOTOS));
  }

  @Bean
  BlobBillingDrop billingDrop(BlobServiceClient blobs, Clock clock) {
    return new BlobBillingDrop(blobs.getBlobContainerClient(AzureNames.EXPORTS), clock);
  }

  @Bean
  QueueServiceClient queues(AzureSettings settings, TokenCredential credential) {
    var builder = new QueueServiceClientBuilder().messageEncoding(QueueMessageEncoding.BASE64);
    return settings.storageEmulated()
        ? builder.connectionString(settings.storage()).buildClient()
        : builder.endpoint(settings.queueAddress()).credential(credential).buildClient();
  }

  @Bean
  PhotoQueue photoQueue(QueueServiceClient queues, Clock clock) {
    return new PhotoQueue(queues.getQueueClient(AzureNames.PHOTO_QUEUE), clock);
  }

  @Bean
  UsageQueues usageQueues(QueueServiceClient queues) {
    return new UsageQueues(queues);
  }

  @Bean
  QueuePhotoArrivals photoArrivals(PassageRegistry registry, Passages passages, PhotoQueue queue) {
    return new QueuePhotoArrivals(registry, passages, queue);
  }

  @Bean
  BlobDeadLetters deadLetters(
      BlobServiceClient blobs,
      PhotoQueue queue,
      UsageQueues usageQueues,
      PassageRegistry registry,
      PlateEvents events) {
    return new BlobDeadLetters(
        blobs.getBlobContainerClient(AzureNames.DEAD_LETTERS),
        queue,
        usageQueues,
        registry,
        events);
  }

  @Bean
  PhotoMessages photoMessages(
      BlobPhotoStore photos,
      PhotoQueue queue,
      BlobDeadLetters letters,
      PassageRegistry registry,
      Passages passages,
      Consumer<PhotoUploaded> processPhoto,
      IntakeSettings settings,
      Clock clock) {
    return new PhotoMessages(
        photos,
        AzureNames.PHOTOS,
        queue,
        letters,
        registry,
        passages,
        processPhoto,
        settings,
        clock);
  }

  @Bean
  Facts facts(BlobDeadLetters letters, Clock clock) {
    return new Facts(
        (undelivered, reason) ->
            letters.bury(
                undelivered.event(),
                new DeadLetter(
                    BlobDeadLetters.idFor(undelivered.subscriber(), null, undelivered.event()),
                    undelivered.subscriber(),
                    undelivered.type(),
                    null,
                    null,
                    reason,
                    1,
                    clock.instant())));
  }

  @Bean
  HostStatus hostStatus(PhotoMessages messages, BlobServiceClient blobs) {
    return new AzureStatus(messages, blobs);
  }

  @Bean
  EventGridPlateEvents plateEvents(
      AzureSettings settings, TokenCredential credential, Clock clock) {
    return new EventGridPlateEvents(
        new EventGridPublisherClientBuilder()
            .endpoint(settings.topicAddress())
            .credential(credential)
            .buildCloudEventPublisherClient(),
        clock);
  }

  @Bean
  AiVisionTextReader textReader(AzureSettings settings, TokenCredential credential, Clock clock) {
    return new AiVisionTextReader(
        new ImageAnalysisClientBuilder()
            .endpoint(settings.visionAddress())
            .credential(credential)
            .clientOptions(new HttpClientOptions().setResponseTimeout(ANSWER_WITHIN))
            .retryOptions(new RetryOptions(new FixedDelayOptions(0, Duration.ZERO)))
            .buildClient(),
        clock);
  }

  @Bean
  CosmosClient cosmosClient(AzureSettings settings, TokenCredential credential) {
    return new CosmosClientBuilder()
        .endpoint(settings.cosmosAddress())
        .credential(credential)
        .consistencyLevel(ConsistencyLevel.SESSION)
        .preferredRegions(settings.regionsToRead())
        .gatewayMode()
        .buildClient();
  }

  @Bean
  CosmosStore cosmosStore(CosmosClient cosmosClient) {
    return new CosmosStore(cosmosClient.getDatabase(CosmosStore.DATABASE), Metrics.globalRegistry);
  }

  @Bean
  CosmosPassageRegistry passageRegistry(CosmosStore store, LedgerSettings settings, Clock clock) {
    return new CosmosPassageRegistry(store, settings, clock);
  }

  @Bean
  CosmosPassages passages(CosmosStore store) {
    return new CosmosPassages(store);
  }

  @Bean
  CosmosKnownPassages knownPassages(CosmosStore store, PhotoQueue queue, Clock clock) {
    return new CosmosKnownPassages(store, queue::isEmpty, clock);
  }

  @Bean
  CosmosReviewQueue reviewQueue(CosmosStore store, Clock clock) {
    return new CosmosReviewQueue(store, clock);
  }

  @Bean
  CosmosBillablePlates billablePlates(CosmosStore store, LedgerSettings settings) {
    return new CosmosBillablePlates(store, settings);
  }

  @Bean
  CosmosConditions conditions(CosmosStore store) {
    return new CosmosConditions(store);
  }

  @Bean
  SmtpNotices notices(MailSettings settings, TokenCredential credential, Clock clock) {
    return new SmtpNotices(settings, credential, clock);
  }

  @Bean
  UsageRoom usageRoom(ApplicationContext host) {
    return new UsageRoom(host);
  }

  @Bean
  Supplier<UsageMessages> usageMessages(UsageRoom usageRoom) {
    return usageRoom::messages;
  }

  @Bean
  Supplier<TollBoothApi> usageApi(UsageRoom usageRoom) {
    return usageRoom::api;
  }

  @Bean
  Function<String, UsageRights> readUsageRights(UsageRoom usageRoom) {
    return reader -> usageRoom.readers().rightsOf(reader);
  }

  /** For the history of batch jobs, which shows the pipeline's runs too. */
  @Bean
  Function<JobQuery, List<JobRecord>> listUsageJobs(UsageRoom usageRoom) {
    return query -> usageRoom.jobLog().newest(query.enrollment(), query.limit());
  }

  @Bean
  ExportTurn exportTurn(DataSource dataSource) {
    return new PostgresExportTurn(dataSource);
  }
}
