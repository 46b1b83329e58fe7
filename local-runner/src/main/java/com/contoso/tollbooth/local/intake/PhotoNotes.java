package com.contoso.tollbooth.local.intake;

import com.contoso.tollbooth.plate.ContentTag;
import com.contoso.tollbooth.plate.PassageId;
import com.contoso.tollbooth.plate.PhotoPath;
import com.contoso.tollbooth.plate.PhotoUploaded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** What booths said of their photos, one small hidden file a photo, as a blob has its metadata. */
record PhotoNotes(Path root) {
  private static final JsonMapper JSON = JsonMapper.shared();

  void write(PhotoUploaded photo) throws IOException {
    if (photo.metadata().isEmpty()) {
      return;
    }
    Path note = file(photo.path(), photo.tag());
    Files.createDirectories(note.getParent());
    Path part = Files.createTempFile(note.getParent(), "note", ".part");
    Files.write(
        part,
        JSON.writeValueAsBytes(new Note(photo.uploadedAt(), photo.bytes(), photo.metadata())));
    Files.move(part, note, StandardCopyOption.ATOMIC_MOVE);
  }

  Optional<PhotoUploaded> read(PhotoPath path, ContentTag tag) throws IOException {
    Path file = file(path, tag);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Note note = JSON.readValue(Files.readAllBytes(file), Note.class);
    return Optional.of(
        new PhotoUploaded(
            path, tag, note.bytes(), note.uploadedAt(), new HashMap<>(note.metadata())));
  }

  private Path file(PhotoPath path, ContentTag tag) {
    String id = PassageId.of(path, tag).value();
    return root.resolve(".metadata").resolve(id.substring(0, 2)).resolve(id + ".json");
  }

  record Note(Instant uploadedAt, long bytes, Map<String, String> metadata) {}
}
