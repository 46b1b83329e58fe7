package com.contoso.tollbooth.local.intake;

import com.contoso.tollbooth.local.AzureProfiles;
import com.contoso.tollbooth.local.LocalSettings;
import com.contoso.tollbooth.plate.PhotoArrivals;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The photo folder and its watcher. */
@Configuration(proxyBeanMethods = false)
@Profile("!" + AzureProfiles.STORAGE)
@EnableConfigurationProperties(IntakeSettings.class)
public class IntakeConfiguration {
  @Bean
  FolderPhotoStore photoStore(LocalSettings local, IntakeSettings settings, Clock clock) {
    var folder = settings.photos() == null ? local.home().resolve("photos") : settings.photos();
    return new FolderPhotoStore(folder, settings, clock);
  }

  @Bean
  PhotosFolder photosFolder(FolderPhotoStore store) {
    return new PhotosFolder(store.root().toString());
  }

  /** A command that works through one folder and ends lists it instead. */
  @Bean
  @ConditionalOnBooleanProperty(name = "tollbooth.schedules", matchIfMissing = true)
  FolderWatcher folderWatcher(
      FolderPhotoStore store, PhotoArrivals arrivals, IntakeSettings settings) {
    return new FolderWatcher(store, arrivals, settings);
  }
}
