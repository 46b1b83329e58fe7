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

  /**
   * Sends a body, or the rest of it if that is asked for and may be had.
   *
   * @param version its name, for those who want to resume it
   */
  void body(String type, String version, Body body, Fault fault) throws IOException {
    long length = body.length();
    long from = 0;
    with("Content-Type", type);
    if (terms.resumption() != Terms.Resumption.NONE) {
      with("ETag", version);
    }
    if (terms.resumption() == Terms.Resumption.BY_RANGE) {
      with("Accept-Ranges", "bytes");
      Matcher range = FROM.matcher(header("Range"));
      from = range.matches() && header("If-Range").equals(version) ? at(range) : 0;
    }
    if (from > 0) {
      with("Content-Range", "bytes %d-%d/%d".formatted(from, length - 1, length));
    }
    http.sendResponseHeaders(from > 0 ? 206 : 200, length - from);
    send(body, from, length, fault);
  }

  private static long at(Matcher range) {
    return Long.parseLong(range.group(1));
  }

  private void send(Body body, long from, long length, Fault fault) throws IOException {
    long to = fault instanceof Fault.Broken(int percent) ? length * percent / 100 : length;
    Duration pause = fault instanceof Fault.Slow(Duration slow) ? slow : Duration.ZERO;
    var out = new BufferedOutputStream(http.getResponseBody(), 64 * 1024);
    var limited = new FaultyStream(out, from, to, pause);
    body.writeTo(limited);
    out.flush();
    http.close();
  }
}
