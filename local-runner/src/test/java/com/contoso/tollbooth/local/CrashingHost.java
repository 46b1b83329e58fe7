package com.contoso.tollbooth.local;

import com.contoso.tollbooth.billing.ExportOutcome;
import com.contoso.tollbooth.plate.PhotoUploaded;
import com.contoso.tollbooth.recognition.PhotoUpload;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.boot.WebApplicationType;

/**
 * Uploads and exports without end, saying each upload that was acknowledged, until it is killed.
 */
final class CrashingHost {
  private CrashingHost() {}

  public static void main(String[] args) {
    var context =
        StubOcr.application(
                Map.of(
                    "tollbooth.home", args[0],
                    "tollbooth.export.chunk", "7",
                    "logging.level.root", "error"))
            .web(WebApplicationType.NONE)
            .run();
    @SuppressWarnings("unchecked")
    var upload = (Function<PhotoUpload, PhotoUploaded>) context.getBean("uploadPhoto");
    @SuppressWarnings("unchecked")
    var export = (Supplier<ExportOutcome>) context.getBean("exportPlates");
    System.out.println("READY");
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              while (true) {
                export.get();
              }
            });
    for (int number = Integer.parseInt(args[1]); ; number++) {
      PhotoUploaded photo = upload.apply(CrashTests.upload(number));
      System.out.println("ACK " + photo.passage() + " " + number);
    }
  }
}
