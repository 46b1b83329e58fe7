package com.contoso.tollbooth.local.web;

import com.contoso.tollbooth.plate.PassageId;
import com.contoso.tollbooth.recognition.PhotoContent;
import com.contoso.tollbooth.recognition.PhotoStore;
import com.contoso.tollbooth.registry.PassagePage;
import com.contoso.tollbooth.registry.PassageQuery;
import com.contoso.tollbooth.registry.PassageRecord;
import com.contoso.tollbooth.registry.PassageState;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLConnection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Passages and their photos. */
@RestController
class PassageController {
  private final Function<PassageQuery, PassagePage> listPassages;
  private final Function<PassageId, Optional<PassageRecord>> findPassage;
  private final PhotoStore photos;

  PassageController(
      Function<PassageQuery, PassagePage> listPassages,
      Function<PassageId, Optional<PassageRecord>> findPassage,
      PhotoStore photos) {
    this.listPassages = listPassages;
    this.findPassage = findPassage;
    this.photos = photos;
  }

  @GetMapping("/api/passages")
  Page list(
      @RequestParam @Nullable PassageState state,
      @RequestParam @Nullable String before,
      @RequestParam(defaultValue = "50") int limit) {
    PassagePage page = listPassages.apply(new PassageQuery(state, before, limit));
    return new Page(page.passages().stream().map(PassageView::of).toList(), page.next());
  }

  @GetMapping("/api/passages/{id}")
  PassageView find(@PathVariable String id) {
    return PassageView.of(passage(id));
  }

  @GetMapping("/api/passages/{id}/photo")
  ResponseEntity<InputStreamResource> photo(@PathVariable String id) throws IOException {
    PassageRecord passage = passage(id);
    PhotoContent content =
        photos
            .find(passage.photo(), passage.tag())
            .orElseThrow(() -> new NotFound("the photo of this passage is gone"));
    var bytes = new BufferedInputStream(content.open());
    return ResponseEntity.ok()
        .contentType(typeOf(bytes))
        .contentLength(content.size())
        .cacheControl(CacheControl.noCache().cachePrivate())
        .eTag('"' + passage.tag().value() + '"')
        .body(new InputStreamResource(bytes));
  }

  /** Only pictures are shown; whatever else a booth uploaded is handed out as plain bytes. */
  private static MediaType typeOf(InputStream bytes) throws IOException {
    String type = URLConnection.guessContentTypeFromStream(bytes);
    return type != null && (type.equals("image/jpeg") || type.equals("image/png"))
        ? MediaType.parseMediaType(type)
        : MediaType.APPLICATION_OCTET_STREAM;
  }

  private PassageRecord passage(String id) {
    return findPassage
        .apply(new PassageId(id))
        .orElseThrow(() -> new NotFound("there is no passage with this id"));
  }

  record Page(List<PassageView> passages, @Nullable String next) {}
}
