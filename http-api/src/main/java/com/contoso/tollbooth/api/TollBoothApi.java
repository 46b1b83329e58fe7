package com.contoso.tollbooth.api;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;

import com.contoso.tollbooth.plate.PhotoRefused;
import com.contoso.tollbooth.recognition.PhotoExists;
import com.contoso.tollbooth.usage.LedgerMoved;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The JSON API: answers the same on every host. */
public final class TollBoothApi {
  private static final Logger log = LoggerFactory.getLogger(TollBoothApi.class);

  private final List<Route> table;

  TollBoothApi(List<Routes> parts) {
    this.table = parts.stream().flatMap(part -> part.routes().stream()).toList();
  }

  /** The methods it answers by path template, such as {@code /api/passages/{id}}. */
  public Map<String, Set<String>> operations() {
    return table.stream()
        .collect(
            groupingBy(
                route -> route.path().text(),
                TreeMap::new,
                mapping(Route::method, toCollection(TreeSet::new))));
  }

  /** Answers every request; what goes wrong is answered as RFC 9457 problem details. */
  public ApiAnswer answer(ApiRequest request) {
    try {
      List<Route> here =
          table.stream().filter(route -> route.path().matches(request.path())).toList();
      return request.method().equals("HEAD")
          ? call("GET", here, request).withoutBody()
          : call(request.method(), here, request);
    } catch (UnsupportedBody e) {
      return problem(Problem.Kind.UNSUPPORTED_MEDIA_TYPE, request, e);
    } catch (IllegalArgumentException e) {
      return problem(Problem.Kind.BAD_REQUEST, request, e);
    } catch (PhotoExists | LedgerMoved e) {
      return problem(Problem.Kind.CONFLICT, request, e);
    } catch (PhotoRefused e) {
      return problem(kindOf(e.reason()), request, e);
    } catch (IOException | RuntimeException e) {
      log.error("{} {} failed", request.method(), request.path(), e);
      Problem fault = Problem.Kind.FAULT.of(request, "The request failed; the log says why.");
      return ApiAnswer.problem(fault, Map.of());
    }
  }

  private static ApiAnswer call(String method, List<Route> here, ApiRequest request)
      throws IOException {
    for (Route route : here) {
      if (route.method().equals(method)) {
        Map<String, String> variables = route.path().variables(request.path());
        return route.operation().answer(new Call(request, variables));
      }
    }
    if (here.isEmpty()) {
      Problem unknown = Problem.Kind.NOT_FOUND.of(request, "There is no such operation.");
      return ApiAnswer.problem(unknown, Map.of());
    }
    var allowed = Map.of("Allow", allowed(here));
    Problem other =
        Problem.Kind.METHOD_NOT_ALLOWED.of(
            request, "Method '" + request.method() + "' is not supported.");
    return method.equals("OPTIONS")
        ? ApiAnswer.empty(200, allowed)
        : ApiAnswer.problem(other, allowed);
  }

  private static String allowed(List<Route> here) {
    return String.join(", ", new TreeSet<>(here.stream().map(Route::method).toList()));
  }

  private static ApiAnswer problem(Problem.Kind kind, ApiRequest request, RuntimeException e) {
    return ApiAnswer.problem(kind.of(request, String.valueOf(e.getMessage())), Map.of());
  }

  private static Problem.Kind kindOf(PhotoRefused.Reason reason) {
    return reason == PhotoRefused.Reason.TOO_MANY_BYTES
        ? Problem.Kind.CONTENT_TOO_LARGE
        : Problem.Kind.UNPROCESSABLE_CONTENT;
  }
}
