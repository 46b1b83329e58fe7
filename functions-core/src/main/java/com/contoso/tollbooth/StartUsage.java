package com.contoso.tollbooth;

import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.JobSteps;
import com.contoso.tollbooth.usage.UsageWork;
import com.contoso.tollbooth.usage.control.RunEnd;
import com.contoso.tollbooth.usage.control.UsagePlan;
import com.contoso.tollbooth.usage.control.UsageRequest;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Claims and hands on. A claim that could not be handed on ends as failed, so that the next
 * controller claims anew.
 */
record StartUsage(
    Function<UsageRequest, UsagePlan> controlUsageBatch,
    UsageWork work,
    Consumer<RunEnd> endUsageRun)
    implements Function<UsageRequest, UsagePlan> {

  @Override
  public UsagePlan apply(UsageRequest request) {
    UsagePlan plan = controlUsageBatch.apply(request);
    int begun = 0;
    try {
      for (Fetch fetch : plan.fetches()) {
        work.begin(fetch);
        begun++;
      }
    } catch (RuntimeException fault) {
      for (Fetch left : plan.fetches().subList(begun, plan.fetches().size())) {
        endUsageRun.accept(RunEnd.failed(left, "not begun: " + JobSteps.reason(fault)));
      }
      throw fault;
    }
    return plan;
  }
}
