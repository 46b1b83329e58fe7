package com.contoso.tollbooth.azure.intake;

import com.azure.storage.queue.QueueClient;
import com.azure.storage.queue.QueueMessageEncoding;
import com.azure.storage.queue.QueueServiceClientBuilder;
import com.contoso.tollbooth.azure.testkit.Emulator;
import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Put Message of Queue Storage, under a clock that a test sets: {@code POST
 * /account/queue/messages?visibilitytimeout=…}. The test takes messages out as the host does, at
 * the earliest when they are visible.
 */
final class QueueEmulator extends Emulator {
  private static final Pattern DELAY = Pattern.compile("visibilitytimeout=(\\d+)");
  private static final Pattern TEXT = Pattern.compile("<MessageText>([^<]*)</MessageText>");

  private final InstantSource clock;
  private final PriorityQueue<Waiting> waiting =
      new PriorityQueue<>(
          Comparator.comparing(Waiting::visibleAt).thenComparingInt(Waiting::number));
  private final List<String> sent = new ArrayList<>();

  QueueEmulator(InstantSource clock) {
    this.clock = clock;
  }

  QueueClient client() {
    String key = Base64.getEncoder().encodeToString("a-key".getBytes(StandardCharsets.UTF_8));
    return new QueueServiceClientBuilder()
        .connectionString(
            "AccountName=account;AccountKey=%s;QueueEndpoint=%s/account".formatted(key, address()))
        .messageEncoding(QueueMessageEncoding.BASE64)
        .buildClient()
        .getQueueClient("photo-uploads");
  }

  synchronized void put(String message, Instant visibleAt) {
    waiting.add(new Waiting(message, visibleAt, sent.size()));
    sent.add(message);
  }

  /** The next message, taken out. */
  synchronized Optional<Waiting> next() {
    return Optional.ofNullable(waiting.poll());
  }

  /** Every message that was ever in it. */
  synchronized List<String> sent() {
    return List.copyOf(sent);
  }

  @Override
  protected Answer respond(HttpExchange exchange, byte[] body) {
    Matcher delay = DELAY.matcher(String.valueOf(exchange.getRequestURI().getQuery()));
    Matcher text = TEXT.matcher(new String(body, StandardCharsets.UTF_8));
    if (!exchange.getRequestMethod().equals("POST") || !delay.find() || !text.find()) {
      return new Answer(400, Map.of(), "");
    }
    Instant visibleAt = clock.instant().plusSeconds(Long.parseLong(delay.group(1)));
    put(new String(Base64.getDecoder().decode(text.group(1)), StandardCharsets.UTF_8), visibleAt);
    return new Answer(
        201,
        Map.of("Content-Type", "application/xml"),
        """
        <?xml version="1.0" encoding="utf-8"?><QueueMessagesList><QueueMessage>\
        <MessageId>1</MessageId><InsertionTime>%1$s</InsertionTime>\
        <ExpirationTime>Fri, 31 Dec 9999 23:59:59 GMT</ExpirationTime>\
        <PopReceipt>r</PopReceipt><TimeNextVisible>%1$s</TimeNextVisible>\
        </QueueMessage></QueueMessagesList>"""
            .formatted(
                DateTimeFormatter.RFC_1123_DATE_TIME.format(visibleAt.atOffset(ZoneOffset.UTC))));
  }

  /** A message and when a host gets it. */
  record Waiting(String message, Instant visibleAt, int number) {}
}
