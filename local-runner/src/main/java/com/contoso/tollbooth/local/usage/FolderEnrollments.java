package com.contoso.tollbooth.local.usage;

import static java.util.Comparator.comparing;

import com.contoso.tollbooth.usage.Enrollment;
import com.contoso.tollbooth.usage.EnrollmentJson;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.Enrollments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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

  private final Path folder;

  FolderEnrollments(Path folder) {
    this.folder = folder;
  }

  @Override
  public List<Enrollment> all() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".json"))
          .map(FolderEnrollments::read)
          .sorted(comparing(Enrollment::number))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<Enrollment> find(EnrollmentNumber number) {
    return all().stream().filter(each -> each.number().equals(number)).findFirst();
  }

  @Override
  public void put(Enrollment enrollment) {
    WholeFile.write(
        folder.resolve(enrollment.number() + ".json"),
        JSON.writeValueAsBytes(EnrollmentJson.document(enrollment)));
  }

  private static Enrollment read(Path file) {
    try {
      return EnrollmentJson.parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file.getFileName() + ": " + e.getMessage(), e);
    }
  }
}
