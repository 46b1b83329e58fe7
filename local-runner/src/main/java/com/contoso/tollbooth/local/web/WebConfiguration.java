package com.contoso.tollbooth.local.web;

import com.contoso.tollbooth.billing.Conditions;
import com.contoso.tollbooth.export.BatchExecution;
import com.contoso.tollbooth.export.ExportSchedule;
import com.contoso.tollbooth.local.broker.Dispatcher;
import com.contoso.tollbooth.local.intake.FolderPhotoStore;
import com.contoso.tollbooth.local.ocr.OcrMeter;
import com.contoso.tollbooth.local.simulator.BoothSimulator;
import com.contoso.tollbooth.plate.PhotoPath;
import com.contoso.tollbooth.plate.PhotoUploaded;
import com.contoso.tollbooth.recognition.PhotoUpload;
import com.contoso.tollbooth.registry.Passages;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** The API and the pages. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@Import({
  BatchController.class,
  ExportController.class,
  Live.class,
  MailController.class,
  OverviewController.class,
  PassageController.class,
  PhotoController.class,
  Problems.class,
  RecoveryController.class,
  ReviewController.class,
  SimulatorController.class
})
public class WebConfiguration {
  @Bean
  Overviews overviews(
      Passages passages,
      OcrMeter ocr,
      Dispatcher dispatcher,
      FolderPhotoStore photos,
      ExportSchedule schedule,
      Function<Integer, List<BatchExecution>> listBatchExecutions,
      Conditions conditions,
      BoothSimulator simulator,
      Clock clock) {
    return new Overviews(
        passages,
        ocr,
        dispatcher,
        photos,
        schedule,
        listBatchExecutions,
        conditions,
        simulator,
        clock);
  }

  @Bean
  BoothSimulator boothSimulator(Function<PhotoUpload, PhotoUploaded> uploadPhoto, Clock clock) {
    return new BoothSimulator(
        photo -> {
          var unused =
              uploadPhoto.apply(
                  new PhotoUpload(
                      new PhotoPath(photo.booth() + "/" + photo.name()),
                      new ByteArrayInputStream(photo.jpeg()),
                      photo.metadata()));
        },
        clock);
  }

  @Bean
  LoopbackGuard loopbackGuard() {
    return new LoopbackGuard();
  }

  @Bean
  RouterFunction<ServerResponse> openApi() {
    return RouterFunctions.route()
        .GET(
            "/api/openapi.yaml",
            request ->
                ServerResponse.ok()
                    .contentType(MediaType.parseMediaType("application/yaml"))
                    .body(new ClassPathResource("tollbooth/openapi.yaml")))
        .build();
  }
}
