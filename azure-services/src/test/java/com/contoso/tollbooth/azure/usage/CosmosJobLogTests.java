package com.contoso.tollbooth.azure.usage;

import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.JobLog;
import com.contoso.tollbooth.usage.JobLogContract;
import com.contoso.tollbooth.usage.JobRecord;
import com.contoso.tollbooth.usage.RunId;
import com.contoso.tollbooth.usage.StepFigures;
import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CosmosJobLogTests extends JobLogContract {
  private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
  private static final JobRecord CLAIM =
      JobRecord.of(
          "claim",
          new Fetch(new EnrollmentNumber("100-1"), YearMonth.of(2026, 3), RunId.at(NOON)),
          JobRecord.Step.CONTROL,
          null,
          NOON,
          null,
          StepFigures.RUNNING);

  private final UsageDatabase database = new UsageDatabase();
  private final CosmosJobLog log = new CosmosJobLog(database.store);

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  protected JobLog log() {
    return log;
  }

  @Test
  void givesTheClaimToWhomItWasEnteredForThoughTheAnswerWasLost() {
    database.emulator.faults().next(1).lostAfterWrite();

    assertThat(log.putIfAbsent(CLAIM)).isTrue();
    assertThat(log.putIfAbsent(CLAIM)).as("an equal one of another controller").isFalse();
    assertThat(log.newest(null, 10)).containsExactly(CLAIM);
  }
}
