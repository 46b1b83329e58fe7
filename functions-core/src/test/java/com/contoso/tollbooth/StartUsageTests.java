package com.contoso.tollbooth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contoso.tollbooth.usage.DayFile;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.JobRecord;
import com.contoso.tollbooth.usage.RunId;
import com.contoso.tollbooth.usage.UsageWork;
import com.contoso.tollbooth.usage.control.RunEnd;
import com.contoso.tollbooth.usage.control.UsagePlan;
import com.contoso.tollbooth.usage.control.UsageRequest;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartUsageTests {
  private final List<Fetch> begun = new ArrayList<>();
  private final List<RunEnd> ended = new ArrayList<>();

  private static Fetch fetch(int month) {
    return new Fetch(
        new EnrollmentNumber("100"),
        YearMonth.of(2026, month),
        RunId.at(Instant.parse("2026-04-01T04:00:00Z")));
  }

  private StartUsage start(int most) {
    var plan = new UsagePlan(List.of(fetch(1), fetch(2), fetch(3)), List.of());
    return new StartUsage(request -> plan, new FullQueue(begun, most), ended::add);
  }

  @Test
  void handsEveryClaimOn() {
    UsagePlan plan = start(9).apply(new UsageRequest.Due());

    assertThat(begun).isEqualTo(plan.fetches()).hasSize(3);
    assertThat(ended).isEmpty();
  }

  @Test
  void endsTheClaimsThatCouldNotBeHandedOn() {
    StartUsage start = start(1);
    assertThatThrownBy(() -> start.apply(new UsageRequest.Due())).hasMessage("the queue is full");

    assertThat(begun).containsExactly(fetch(1));
    assertThat(ended).extracting(RunEnd::fetch).containsExactly(fetch(2), fetch(3));
    assertThat(ended)
        .allMatch(end -> end.outcome() == JobRecord.Outcome.FAILED)
        .extracting(RunEnd::reason)
        .containsOnly("not begun: the queue is full");
  }

  private record FullQueue(List<Fetch> begun, int most) implements UsageWork {
    @Override
    public void begin(Fetch fetch) {
      if (begun.size() == most) {
        throw new IllegalStateException("the queue is full");
      }
      begun.add(fetch);
    }

    @Override
    public void begin(DayFile day) {
      throw new AssertionError("no day is asked for");
    }
  }
}
