package com.contoso.tollbooth.local.usage;

import static java.util.Optional.empty;

import com.contoso.tollbooth.usage.Enrollment;
import com.contoso.tollbooth.usage.EnrollmentDocuments;
import com.contoso.tollbooth.usage.EnrollmentJson;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.Enrollments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A folder with a document for each enrollment, {@code {enrollmentNumber}.json}, edited by hand.
 */
final class FolderEnrollments implements Enrollments {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private static final String JSON_ENDING = ".json";

  private final Path folder;

  FolderEnrollments(Path folder) {
    this.folder = folder;
  }

  @Override
  public List<Enrollment> all() {
    return documents().enrollments();
  }

  @Override
  public List<Unreadable> unreadable() {
    return documents().unreadable();
  }

  private EnrollmentDocuments documents() {
    var documents = new EnrollmentDocuments();
    for (Path file : files()) {
      String name = file.getFileName().toString();
      documents.read(name.substring(0, name.length() - JSON_ENDING.length()), () -> read(file));
    }
    return documents;
  }

  /** In its own document, or in one that somebody called otherwise. */
  @Override
  public Optional<Enrollment> find(EnrollmentNumber number) {
    Path own = folder.resolve(number + JSON_ENDING);
    try {
      Optional<Enrollment> found = Files.isRegularFile(own) ? read(own) : empty();
      return found.filter(each -> each.number().equals(number)).or(() -> findAnywhere(number));
    } catch (IllegalArgumentException none) {
      return Optional.of(findAnywhere(number).orElseThrow(() -> none));
    }
  }

  private Optional<Enrollment> findAnywhere(EnrollmentNumber number) {
    return all().stream().filter(each -> each.number().equals(number)).findFirst();
  }

  private List<Path> files() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().endsWith(JSON_ENDING)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void put(Enrollment enrollment) {
    WholeFile.write(
        folder.resolve(enrollment.number() + JSON_ENDING),
        JSON.writeValueAsBytes(EnrollmentJson.document(enrollment)));
  }

  /** Empty if it was taken away meanwhile. */
  private static Optional<Enrollment> read(Path file) {
    try {
      return Optional.of(EnrollmentJson.parse(Files.readString(file)));
    } catch (NoSuchFileException e) {
      return empty();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(file.getFileName() + ": it is not in UTF-8", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file.getFileName() + ": " + e.getMessage(), e);
    }
  }
}
