package com.contoso.tollbooth.sources;

import com.contoso.tollbooth.usage.Enrollment;
import com.contoso.tollbooth.usage.retrieve.Retrieval;
import com.contoso.tollbooth.usage.retrieve.UsageReports;
import java.io.IOException;
import java.time.YearMonth;

/** One kind of source. */
interface Source {
  /** One attempt at a report. */
  Retrieval fetch(Order order) throws IOException;

  /**
   * What is asked for.
   *
   * @param patience shared by all attempts
   */
  record Order(Enrollment enrollment, YearMonth month, Delivery delivery, Patience patience) {
    static Order of(
        Enrollment enrollment, YearMonth month, UsageReports.Sink sink, SourceSettings settings) {
      return new Order(
          enrollment,
          month,
          new Delivery(sink, settings.maxReport().toBytes()),
          new Patience(settings));
    }

    @Override
    public String toString() {
      return "the report of enrollment " + enrollment.number() + " for " + month;
    }
  }
}
