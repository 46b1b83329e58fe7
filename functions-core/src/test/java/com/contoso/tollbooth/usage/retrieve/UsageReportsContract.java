package com.contoso.tollbooth.usage.retrieve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contoso.tollbooth.usage.AccessKey;
import com.contoso.tollbooth.usage.Enrollment;
import java.io.IOException;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

/** What every kind of source of reports promises. */
public abstract class UsageReportsContract {
  protected abstract UsageReports reports();

  /** One whose reports can be had. */
  protected abstract Enrollment enrollment();

  /** A month that has usage. */
  protected abstract YearMonth month();

  /** A month that has none. */
  protected abstract YearMonth emptyMonth();

  /** How many lines the source reports for the month. */
  protected abstract long lines();

  /** How many lines there are in what the sink got. */
  protected abstract long linesIn(byte[] report) throws IOException;

  /** Makes the next report break off within its last tenth. */
  protected abstract void breakOff();

  @Test
  void theWholeReportIsInTheSink() throws IOException {
    var sink = new SinkInMemory();
    assertThat(reports().retrieve(enrollment(), month(), sink)).isInstanceOf(Retrieval.Whole.class);
    assertThat(lines()).isPositive();
    assertThat(linesIn(sink.bytes())).isEqualTo(lines());
  }

  @Test
  void theSameReportIsTheSameBytes() throws IOException {
    var once = new SinkInMemory();
    var again = new SinkInMemory();
    reports().retrieve(enrollment(), month(), once);
    reports().retrieve(enrollment(), month(), again);
    assertThat(again.bytes()).isEqualTo(once.bytes());
  }

  @Test
  void aMonthWithoutUsageIsEmpty() throws IOException {
    assertThat(reports().retrieve(enrollment(), emptyMonth(), new SinkInMemory()))
        .isEqualTo(new Retrieval.Empty());
  }

  @Test
  void whatBreaksOffIsWholeAllTheSame() throws IOException {
    var undisturbed = new SinkInMemory();
    reports().retrieve(enrollment(), month(), undisturbed);
    breakOff();
    var disturbed = new SinkInMemory();
    assertThat(reports().retrieve(enrollment(), month(), disturbed))
        .isInstanceOf(Retrieval.Whole.class);
    assertThat(disturbed.bytes()).isEqualTo(undisturbed.bytes());
  }

  @Test
  void aFaultOfTheSinkIsNotTakenForOneOfTheSource() {
    var full = new IOException("no space left");
    assertThatThrownBy(
            () ->
                reports()
                    .retrieve(
                        enrollment(),
                        month(),
                        () -> {
                          throw full;
                        }))
        .isSameAs(full);
  }

  /** The same enrollment with a key that opens nothing. */
  protected final Enrollment withKey(String key) {
    Enrollment known = enrollment();
    return new Enrollment(
        known.number(),
        known.description(),
        new AccessKey.Plain(key),
        known.source(),
        known.detailedEnabled(),
        known.summaryEnabled(),
        known.further());
  }
}
