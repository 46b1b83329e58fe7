package com.contoso.tollbooth.api;

import com.contoso.tollbooth.plate.PassageId;
import com.contoso.tollbooth.recognition.PhotoContent;
import com.contoso.tollbooth.registry.PassagePage;
import com.contoso.tollbooth.registry.PassageQuery;
import com.contoso.tollbooth.registry.PassageRecord;
import com.contoso.tollbooth.registry.PassageState;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Passages and their photos. */
record PassageRoutes(
    Function<PassageQuery, PassagePage> listPassages,
    Function<PassageId, Optional<PassageRecord>> findPassage,
    Function<PassageRecord, Optional<PhotoContent>> readPhoto)
    implements Routes {
  private static final int SIGNATURE = 8;

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/api/passages", this::list),
        Route.get("/api/passages/{id}", this::find),
        Route.get("/api/passages/{id}/photo", this::photo));
  }

  private ApiAnswer list(Call call) {
    PassagePage page =
        listPassages.apply(
            new PassageQuery(
                state(call.request().query().get("state")),
                call.request().query().get("before"),
                call.limit(50)));
    return ApiAnswer.json(
        new Page(page.passages().stream().map(PassageView::of).toList(), page.next()));
  }

  private static @Nullable PassageState state(@Nullable String name) {
    try {
      return name == null || name.isEmpty() ? null : PassageState.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("'state' is a state of passages, not '" + name + "'", e);
    }
  }

  private ApiAnswer find(Call call) {
    return findPassage
        .apply(call.passage())
        .map(passage -> ApiAnswer.json(PassageView.of(passage)))
        .orElseGet(() -> unknown(call));
  }

  private ApiAnswer photo(Call call) throws IOException {
    Optional<PassageRecord> passage = findPassage.apply(call.passage());
    if (passage.isEmpty()) {
      return unknown(call);
    }
    Optional<PhotoContent> content = readPhoto.apply(passage.get());
    if (content.isEmpty()) {
      return call.refuse(Problem.Kind.NOT_FOUND, "the photo of this passage is gone");
    }
    String tag = '"' + passage.get().tag().value().replace("\"", "") + '"';
    return holds(call.header("if-none-match"), tag)
        ? ApiAnswer.empty(304, Map.of("ETag", tag, "Cache-Control", "no-cache, private"))
        : photo(content.get(), tag);
  }

  private static ApiAnswer photo(PhotoContent content, String tag) throws IOException {
    var bytes = new BufferedInputStream(content.open());
    try {
      var headers =
          Map.of(
              "Content-Length",
              Long.toString(content.size()),
              "ETag",
              tag,
              "Cache-Control",
              "no-cache, private",
              "X-Content-Type-Options",
              "nosniff");
      return new ApiAnswer(200, typeOf(bytes), headers, bytes);
    } catch (IOException | RuntimeException e) {
      bytes.close();
      throw e;
    }
  }

  /** Whether the client's {@code If-None-Match} names the photo that it would get. */
  private static boolean holds(@Nullable String tags, String tag) {
    return tags != null
        && Arrays.stream(tags.split(",", -1))
            .map(each -> each.strip().replaceFirst("^W/", ""))
            .anyMatch(tag::equals);
  }

  /** Only pictures are shown; whatever else a booth uploaded is handed out as plain bytes. */
  private static String typeOf(InputStream bytes) throws IOException {
    bytes.mark(SIGNATURE);
    String signature = HexFormat.of().formatHex(bytes.readNBytes(SIGNATURE));
    bytes.reset();
    if (signature.startsWith("ffd8ff")) {
      return "image/jpeg";
    }
    return signature.equals("89504e470d0a1a0a") ? "image/png" : "application/octet-stream";
  }

  private static ApiAnswer unknown(Call call) {
    return call.refuse(Problem.Kind.NOT_FOUND, "there is no passage with this id");
  }

  record Page(List<PassageView> passages, @Nullable String next) {}
}
