package com.contoso.tollbooth.azure.testkit;

import com.contoso.tollbooth.plate.PhotoUploaded;
import tools.jackson.databind.JsonNode;

/** Events as Event Grid makes and delivers them. */
public final class PhotoEvents {
  private PhotoEvents() {}

  /** A storage account's event in the CloudEvents 1.0 schema. */
  public static String blobCreated(PhotoUploaded photo) {
    return """
        {"specversion":"1.0","type":"Microsoft.Storage.BlobCreated","source":"/subscriptions/s",
         "id":"9aeb0fdf-c01e-0131-0922-9eb54906e209","time":"2026-03-01T10:00:01.5Z",
         "subject":"/blobServices/default/containers/photos/blobs/%s",
         "data":{"api":"PutBlob","eTag":"%s","contentLength":%d,"blobType":"BlockBlob"}}
        """
        .formatted(photo.path(), photo.tag(), photo.bytes());
  }

  /** Hands a fact to the function that infra subscribes to its type. */
  public static void deliver(FunctionsHost host, JsonNode fact) {
    String function =
        switch (fact.path("type").asString()) {
          case "TollBooth.PlateAccepted" -> "savePlate";
          case "TollBooth.ReviewRequired" -> "queueForReview";
          case "TollBooth.PassageClosed" -> "closePassage";
          default -> throw new IllegalStateException("nobody subscribes to " + fact);
        };
    host.call(function, fact.toString());
  }
}
