package com.contoso.tollbooth.local.demo;

import static org.awaitility.Awaitility.await;

import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.JobLog;
import com.contoso.tollbooth.usage.JobRecord;
import com.contoso.tollbooth.usage.UsageWork;
import com.contoso.tollbooth.usage.control.UsageRequest;
import com.contoso.tollbooth.usage.control.UsageRunReport;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * Goes on with what was left behind as the application does at its start, does what is due, and
 * says when it is done.
 */
final class KilledPipeline {
  private KilledPipeline() {}

  public static void main(String[] args) {
    try (UsagePipeline pipeline = UsagePipeline.open(Path.of(args[0]), URI.create(args[1]))) {
      pipeline.moveTo(Instant.parse(args[2]));
      System.out.println("READY");
      work(pipeline);
      System.out.println("DONE");
    }
  }

  static void work(UsagePipeline pipeline) {
    JobLog jobs = pipeline.bean(JobLog.class);
    List<Fetch> left = jobs.unended().stream().map(JobRecord::fetch).distinct().toList();
    left.forEach(pipeline.bean(UsageWork.class)::begin);
    Function<UsageRequest, UsageRunReport> run = pipeline.function("runUsage");
    var report = run.apply(new UsageRequest.Due());
    await().atMost(Duration.ofMinutes(2)).until(() -> jobs.unended().isEmpty());
    System.out.println(left.size() + " resumed, " + report.runs().size() + " run");
  }
}
