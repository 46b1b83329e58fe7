package com.contoso.outlaw.recognition;

import java.net.http.HttpClient;
import java.time.Instant;
import java.util.function.Supplier;

/** Breaks: core is pure, functions are hidden, time is given, no setters. */
public class WebReader implements Supplier<Instant> {
  private HttpClient client = HttpClient.newHttpClient();

  public void setClient(HttpClient client) {
    this.client = client;
  }

  @Override
  public Instant get() {
    return client.executor().isPresent() ? Instant.now() : Instant.EPOCH;
  }
}
