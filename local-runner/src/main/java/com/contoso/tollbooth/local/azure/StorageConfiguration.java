package com.contoso.tollbooth.local.azure;

import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.BlobServiceClient;
import com.azure.storage.blob.BlobServiceClientBuilder;
import com.contoso.tollbooth.azure.AzureNames;
import com.contoso.tollbooth.azure.storage.BlobBillingDrop;
import com.contoso.tollbooth.azure.storage.BlobPhotoStore;
import com.contoso.tollbooth.local.AzureProfiles;
import com.contoso.tollbooth.local.intake.PhotosFolder;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * Photos and billing's files in Blob Storage. Uploads by the API are processed at once; what is put
 * into the container otherwise, reconciliation finds.
 */
@Configuration(proxyBeanMethods = false)
@Profile(AzureProfiles.STORAGE)
class StorageConfiguration {
  @Bean
  BlobServiceClient blobs(AzureSettings settings) {
    return new BlobServiceClientBuilder()
        .connectionString(settings.storageConnection())
        .buildClient();
  }

  @Bean
  BlobPhotoStore photoStore(BlobServiceClient blobs) {
    return new BlobPhotoStore(container(blobs, AzureNames.PHOTOS));
  }

  @Bean
  PhotosFolder photosFolder(BlobServiceClient blobs) {
    return new PhotosFolder(blobs.getBlobContainerClient(AzureNames.PHOTOS).getBlobContainerUrl());
  }

  @Bean
  BlobBillingDrop billingDrop(BlobServiceClient blobs, Clock clock) {
    return new BlobBillingDrop(container(blobs, AzureNames.EXPORTS), clock);
  }

  /** A new emulator has no containers, and infra made none there. */
  private static BlobContainerClient container(BlobServiceClient blobs, String name) {
    BlobContainerClient container = blobs.getBlobContainerClient(name);
    container.createIfNotExists();
    return container;
  }
}
