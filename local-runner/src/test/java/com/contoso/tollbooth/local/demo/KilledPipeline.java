package com.contoso.tollbooth.local.demo;

import com.contoso.tollbooth.usage.control.RunEnd;
import com.contoso.tollbooth.usage.control.UsageRequest;
import com.contoso.tollbooth.usage.control.UsageRunReport;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Goes on with what was left behind, does what is due, and says when it is done. */
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
    Supplier<List<RunEnd>> resume = pipeline.function("resumeUsageRuns");
    var resumed = resume.get();
    Function<UsageRequest, UsageRunReport> run = pipeline.function("runUsage");
    var report = run.apply(new UsageRequest.Due());
    System.out.println(resumed.size() + " resumed, " + report.runs().size() + " run");
  }
}
