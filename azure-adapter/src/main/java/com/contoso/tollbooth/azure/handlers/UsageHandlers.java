package com.contoso.tollbooth.azure.handlers;

import com.contoso.tollbooth.azure.AzureNames;
import com.contoso.tollbooth.azure.reports.UsageMessages;
import com.contoso.tollbooth.usage.control.UsagePlan;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.QueueTrigger;
import com.microsoft.azure.functions.annotation.TimerTrigger;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The usage pipeline, which is wired when one of these is first called. */
@Component
public class UsageHandlers {
  private static final Logger log = LoggerFactory.getLogger(UsageHandlers.class);

  private final Supplier<UsageMessages> messages;

  public UsageHandlers(Supplier<UsageMessages> usageMessages) {
    messages = usageMessages;
  }

  @FunctionName("controlUsageBatch")
  public void controlUsageBatch(
      @TimerTrigger(name = "timer", schedule = "%USAGE_SCHEDULE%") String timer) {
    UsagePlan plan = messages.get().control();
    log.info("Usage: {} months to fetch, {} left", plan.fetches().size(), plan.skipped().size());
  }

  @FunctionName("retrieveUsage")
  public void retrieveUsage(
      @QueueTrigger(
              name = "message",
              queueName = AzureNames.USAGE_FETCHES,
              connection = AzureNames.STORAGE)
          String message) {
    messages.get().retrieve(message);
  }

  @FunctionName("splitUsage")
  public void splitUsage(
      @QueueTrigger(
              name = "message",
              queueName = AzureNames.USAGE_REPORTS,
              connection = AzureNames.STORAGE)
          String message) {
    messages.get().split(message);
  }

  @FunctionName("processDailyUsage")
  public void processDailyUsage(
      @QueueTrigger(
              name = "message",
              queueName = AzureNames.USAGE_DAYS,
              connection = AzureNames.STORAGE)
          String message) {
    messages.get().process(message);
  }

  @FunctionName("fetchPoisoned")
  public void fetchPoisoned(
      @QueueTrigger(
              name = "message",
              queueName = AzureNames.USAGE_FETCHES + AzureNames.POISON,
              connection = AzureNames.STORAGE)
          String message) {
    messages.get().poisoned(AzureNames.USAGE_FETCHES, message);
  }

  @FunctionName("reportPoisoned")
  public void reportPoisoned(
      @QueueTrigger(
              name = "message",
              queueName = AzureNames.USAGE_REPORTS + AzureNames.POISON,
              connection = AzureNames.STORAGE)
          String message) {
    messages.get().poisoned(AzureNames.USAGE_REPORTS, message);
  }

  @FunctionName("dayPoisoned")
  public void dayPoisoned(
      @QueueTrigger(
              name = "message",
              queueName = AzureNames.USAGE_DAYS + AzureNames.POISON,
              connection = AzureNames.STORAGE)
          String message) {
    messages.get().poisoned(AzureNames.USAGE_DAYS, message);
  }
}
