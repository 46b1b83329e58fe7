package com.contoso.tollbooth.azure.handlers;

import com.contoso.tollbooth.azure.events.Facts;
import com.contoso.tollbooth.plate.PassageClosed;
import com.contoso.tollbooth.plate.PlateAccepted;
import com.contoso.tollbooth.plate.ReviewRequired;
import com.microsoft.azure.functions.annotation.EventGridTrigger;
import com.microsoft.azure.functions.annotation.FunctionName;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Facts that Event Grid tells. */
@Component
public class FactHandlers {
  private final Facts facts;
  private final Consumer<PlateAccepted> savePlate;
  private final Consumer<ReviewRequired> queueForReview;
  private final Consumer<PassageClosed> closePassage;

  public FactHandlers(
      Facts facts,
      Consumer<PlateAccepted> savePlate,
      Consumer<ReviewRequired> queueForReview,
      Consumer<PassageClosed> closePassage) {
    this.facts = facts;
    this.savePlate = savePlate;
    this.queueForReview = queueForReview;
    this.closePassage = closePassage;
  }

  @FunctionName("savePlate")
  public void savePlate(@EventGridTrigger(name = "event") String event) {
    facts.tell("savePlate", event, PlateAccepted.class, PlateAccepted.TYPE, savePlate);
  }

  @FunctionName("queueForReview")
  public void queueForReview(@EventGridTrigger(name = "event") String event) {
    facts.tell("queueForReview", event, ReviewRequired.class, ReviewRequired.TYPE, queueForReview);
  }

  @FunctionName("closePassage")
  public void closePassage(@EventGridTrigger(name = "event") String event) {
    facts.tell("closePassage", event, PassageClosed.class, PassageClosed.TYPE, closePassage);
  }
}
