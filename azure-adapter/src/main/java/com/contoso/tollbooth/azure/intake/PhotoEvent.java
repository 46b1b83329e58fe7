package com.contoso.tollbooth.azure.intake;

import com.contoso.tollbooth.azure.storage.BlobPhotoStore;
import com.contoso.tollbooth.plate.ContentTag;
import com.contoso.tollbooth.plate.PassageId;
import com.contoso.tollbooth.plate.PhotoPath;
import com.contoso.tollbooth.plate.PhotoUploaded;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a message of the photo queue says: a {@code Microsoft.Storage.BlobCreated} event in the
 * CloudEvents 1.0 or the Event Grid schema, or this host's own {@code TollBooth.PhotoUploaded}.
 */
sealed interface PhotoEvent {
  /** A photo lies in the photo store. */
  record Arrived(PhotoPath path, ContentTag tag) implements PhotoEvent {
    PassageId passage() {
      return PassageId.of(path, tag);
    }
  }

  /** It is nothing of ours, and knowingly passed over. */
  record Foreign(String why) implements PhotoEvent {}

  /**
   * @param container whose blobs are photos
   * @throws MalformedMessage with what is wrong with it
   */
  static PhotoEvent parse(String message, String container) {
    try {
      JsonNode event = JsonMapper.shared().readTree(message);
      if (event.isArray() && event.size() == 1) {
        event = event.path(0);
      }
      if (!event.isObject()) {
        throw new MalformedMessage("it is no event but " + event.getNodeType());
      }
      String type = event.has("specversion") ? text(event, "type") : text(event, "eventType");
      return switch (type) {
        case "Microsoft.Storage.BlobCreated" -> blobCreated(event, container);
        case PhotoUploaded.TYPE -> photoUploaded(event);
        default -> new Foreign("an event of type " + type);
      };
    } catch (JacksonException e) {
      throw new MalformedMessage("it is no JSON: " + e.getOriginalMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new MalformedMessage(String.valueOf(e.getMessage()), e);
    }
  }

  private static PhotoEvent blobCreated(JsonNode event, String container) {
    String subject = text(event, "subject");
    Matcher blob =
        Pattern.compile("/blobServices/default/containers/([^/]+)/blobs/(.+)").matcher(subject);
    if (!blob.matches()) {
      throw new MalformedMessage("its subject names no blob");
    }
    if (!blob.group(1).equals(container)) {
      return new Foreign("a blob in container " + blob.group(1));
    }
    return new Arrived(
        new PhotoPath(blob.group(2)), BlobPhotoStore.tagOf(text(event.path("data"), "eTag")));
  }

  private static PhotoEvent photoUploaded(JsonNode event) {
    JsonNode photo = event.path("data");
    return new Arrived(new PhotoPath(text(photo, "path")), new ContentTag(text(photo, "tag")));
  }

  private static String text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    if (!value.isString()) {
      throw new MalformedMessage("it has no " + name);
    }
    return value.asString();
  }

  /** A message that nobody can make sense of; trying again is no use. */
  final class MalformedMessage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedMessage(String message) {
      super(message);
    }

    MalformedMessage(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
