package com.contoso.tollbooth.local.web;

import com.contoso.tollbooth.api.ApiConfiguration;
import com.contoso.tollbooth.api.HostStatus;
import com.contoso.tollbooth.api.TollBoothApi;
import com.contoso.tollbooth.api.UsageApiConfiguration;
import com.contoso.tollbooth.local.broker.Dispatcher;
import com.contoso.tollbooth.local.intake.PhotosFolder;
import com.contoso.tollbooth.local.ocr.OcrMeter;
import com.contoso.tollbooth.local.simulator.BoothSimulator;
import com.contoso.tollbooth.plate.PhotoPath;
import com.contoso.tollbooth.plate.PhotoUploaded;
import com.contoso.tollbooth.recognition.PhotoUpload;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.HashMap;
import java.util.function.Function;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** The API and the pages. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@Import({
  ApiConfiguration.class,
  UsageApiConfiguration.class,
  Live.class,
  MailController.class,
  Problems.class,
  SimulatorController.class
})
public class WebConfiguration {
  /** Each path of the API leads to it, with every method; all others to this host's own. */
  @Bean
  SimpleUrlHandlerMapping apiMapping(TollBoothApi api) {
    var handler = new ApiHandler(api);
    var paths = new HashMap<String, Object>();
    api.operations().keySet().forEach(path -> paths.put(path, handler));
    return new SimpleUrlHandlerMapping(paths, 0);
  }

  @Bean
  HostStatus hostStatus(
      OcrMeter ocr, Dispatcher dispatcher, PhotosFolder photos, BoothSimulator booths) {
    return new LocalStatus(ocr, dispatcher, photos, booths);
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
}
