package com.contoso.tollbooth.local.usage.simulator;

import com.sun.net.httpserver.HttpExchange;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One request and its answer. */
final class Exchange {
  private static final Pattern FROM = Pattern.compile("bytes=(\\d+)-");

  private static final long UNKNOWN = Long.MAX_VALUE;

  private final HttpExchange http;
  private final Terms terms;

  Exchange(HttpExchange http, Terms terms) {
    this.http = http;
    this.terms = terms;
  }

  String header(String name) {
    String value = http.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  Exchange with(String name, String value) {
    http.getResponseHeaders().set(name, value);
    return this;
  }

  void status(int status) throws IOException {
    http.sendResponseHeaders(status, -1);
    http.close();
  }

  void text(String type, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    with("Content-Type", type);
    http.sendResponseHeaders(200, bytes.length);
    try (OutputStream out = http.getResponseBody()) {
      out.write(bytes);
    }
  }

  /** Sends a payload, or the rest of it if that is asked for and may be had. */
  void send(Payload payload, Fault fault) throws IOException {
    Matcher range = FROM.matcher(header("Range"));
    boolean resumed =
        terms.resumption() == Terms.Resumption.BY_RANGE
            && range.matches()
            && header("If-Range").equals(payload.version());
    boolean counted = resumed || !payload.isLarge() || fault instanceof Fault.Broken;
    long length = counted ? payload.body().length() : UNKNOWN;
    long from = resumed ? at(range) : 0;
    with("Content-Type", payload.type());
    if (terms.resumption() != Terms.Resumption.NONE) {
      with("ETag", payload.version());
    }
    if (resumed) {
      with("Content-Range", "bytes %d-%d/%d".formatted(from, length - 1, length));
    }
    http.sendResponseHeaders(resumed ? 206 : 200, counted ? length - from : 0);
    send(payload.body(), from, length, fault);
  }

  private static long at(Matcher range) {
    return Long.parseLong(range.group(1));
  }

  private void send(Body body, long from, long length, Fault fault) throws IOException {
    long to = fault instanceof Fault.Broken(int percent) ? length / 100 * percent : length;
    Duration pause = fault instanceof Fault.Slow(Duration slow) ? slow : Duration.ZERO;
    var out = new BufferedOutputStream(http.getResponseBody(), 64 * 1024);
    var limited = new FaultyStream(out, from, to, pause);
    body.writeTo(limited);
    out.flush();
    http.close();
  }
}
