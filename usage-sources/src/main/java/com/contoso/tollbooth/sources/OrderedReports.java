package com.contoso.tollbooth.sources;

import com.contoso.tollbooth.usage.retrieve.ReportTags;
import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Remembers where ordered reports are collected, for as long as that makes sense. */
record OrderedReports(ReportTags tags, Duration kept, InstantSource clock) {

  Optional<URI> find(Source.Order order, URI base) throws IOException {
    String tag =
        tags.find(order.enrollment().number(), order.month(), ReportTags.Kind.ORDER).orElse("");
    int space = tag.indexOf(' ');
    if (space < 0 || old(tag.substring(0, space))) {
      return Optional.empty();
    }
    return Optional.of(Connection.sameOrigin(base, tag.substring(space + 1)));
  }

  private boolean old(String since) {
    try {
      return Instant.parse(since).plus(kept).isBefore(clock.instant());
    } catch (DateTimeException e) {
      return true;
    }
  }

  /** Keeps the time of the first order, however often it is asked for. */
  void keep(Source.Order order, URI location) throws IOException {
    if (find(order, location).isEmpty()) {
      tags.keep(
          order.enrollment().number(),
          order.month(),
          ReportTags.Kind.ORDER,
          clock.instant() + " " + location);
    }
  }

  void forget(Source.Order order) {
    tags.forget(order.enrollment().number(), order.month(), ReportTags.Kind.ORDER);
  }
}
