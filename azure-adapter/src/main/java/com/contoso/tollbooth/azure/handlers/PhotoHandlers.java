package com.contoso.tollbooth.azure.handlers;

import com.contoso.tollbooth.azure.AzureNames;
import com.contoso.tollbooth.azure.intake.PhotoMessages;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.QueueTrigger;
import org.springframework.stereotype.Component;

/** Photos that arrived. */
@Component
public class PhotoHandlers {
  private final PhotoMessages messages;

  public PhotoHandlers(PhotoMessages messages) {
    this.messages = messages;
  }

  @FunctionName("photoUploaded")
  public void photoUploaded(
      @QueueTrigger(
              name = "message",
              queueName = AzureNames.PHOTO_QUEUE,
              connection = AzureNames.STORAGE)
          String message) {
    messages.accept(message);
  }

  @FunctionName("photoPoisoned")
  public void photoPoisoned(
      @QueueTrigger(
              name = "message",
              queueName = AzureNames.POISON_QUEUE,
              connection = AzureNames.STORAGE)
          String message) {
    messages.poisoned(message);
  }
}
