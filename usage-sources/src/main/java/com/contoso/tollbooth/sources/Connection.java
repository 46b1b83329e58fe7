package com.contoso.tollbooth.sources;

import com.contoso.tollbooth.usage.retrieve.AccessKeys;
import com.contoso.tollbooth.usage.retrieve.ResolvedKey;
import com.contoso.tollbooth.usage.retrieve.UsageAccessRefused;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Speaks with the sources: tries again what may pass, within the patience of the retrieval, and
 * shows the key to nobody but the source it is for.
 */
record Connection(
    HttpClient client, SourceSettings settings, AccessKeys keys, InstantSource clock) {
  private static final Set<Integer> PASSING = Set.of(408, 429, 500, 502, 503, 504);

  /** Opens an address with the key of the order's enrollment. */
  Answer withKey(Source.Order order, HttpRequest.Builder request) throws IOException {
    ResolvedKey key = keys.resolve(order.enrollment());
    request.setHeader("Authorization", "Bearer " + key.secret());
    Answer answer = send(order.patience(), request);
    if (answer.status() == 401 || answer.status() == 403) {
      answer.close();
      throw new UsageAccessRefused(order.enrollment().number(), key.expires());
    }
    return answer;
  }

  /** Opens an address that carries its own right of access. */
  Answer withoutKey(Source.Order order, HttpRequest.Builder request) throws IOException {
    return send(order.patience(), request);
  }

  private Answer send(Patience patience, HttpRequest.Builder builder) throws IOException {
    HttpRequest request = builder.timeout(settings.readTimeout()).build();
    while (true) {
      String where = shown(request.uri());
      try {
        Answer answer = once(request);
        if (!PASSING.contains(answer.status())) {
          return answer;
        }
        answer.close();
        Duration asked = RetryAfter.of(answer.headers(), clock);
        patience.afterFailure(where + " answers " + answer.status(), asked, null);
      } catch (InterruptedIOException e) {
        throw e;
      } catch (IOException e) {
        patience.afterFailure(where + " does not answer", null, e);
      }
    }
  }

  private Answer once(HttpRequest request) throws IOException {
    try {
      HttpResponse<Flow.Publisher<List<ByteBuffer>>> response =
          client.send(request, BodyHandlers.ofPublisher());
      TimedBody body = new TimedBody(settings.readTimeout());
      response.body().subscribe(body);
      return new Answer(response.statusCode(), response.headers(), body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("told to stop while asking for a report");
    }
  }

  /** An answer that is not the one hoped for. */
  static IOException unexpected(URI where, Answer answer) throws IOException {
    answer.close();
    return new IOException(shown(where) + " answers " + answer.status());
  }

  /** An address without its query, which may be a right of access. */
  static String shown(URI address) {
    return address.getScheme() + "://" + address.getAuthority() + address.getPath();
  }

  /**
   * Where a source sends us on to, which must be itself, since the key goes along.
   *
   * @param link may be relative
   */
  static URI sameOrigin(URI from, @Nullable String link) throws IOException {
    URI to;
    try {
      to = from.resolve(link == null ? "" : link.strip());
    } catch (IllegalArgumentException e) {
      throw new IOException(shown(from) + " leads to what is not an address", e);
    }
    if (!from.getScheme().equalsIgnoreCase(to.getScheme())
        || !from.getAuthority().equalsIgnoreCase(String.valueOf(to.getAuthority()))) {
      throw new IOException(
          shown(from) + " leads to another origin, " + to.getScheme() + "://" + to.getAuthority());
    }
    return to;
  }
}
