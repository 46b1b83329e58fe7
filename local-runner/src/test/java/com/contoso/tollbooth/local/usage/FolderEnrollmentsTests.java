package com.contoso.tollbooth.local.usage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.Enrollments;
import com.contoso.tollbooth.usage.EnrollmentsContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class FolderEnrollmentsTests extends EnrollmentsContract {
  @TempDir Path folder;

  @Override
  protected Enrollments enrollments() {
    return new FolderEnrollments(folder.resolve("enrollments"));
  }

  @Override
  protected void enter(String number, Map<String, Object> document) {
    write(number + ".json", JsonMapper.shared().writeValueAsString(document));
  }

  private void write(String name, String text) {
    try {
      Files.createDirectories(folder.resolve("enrollments"));
      Files.writeString(folder.resolve("enrollments").resolve(name), text, ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void namesTheFileThatIsWrong() {
    write("7.json", "{\"enrollmentNumber\": 7}");

    assertThat(enrollments().all()).isEmpty();
    assertThat(enrollments().unreadable())
        .extracting(Enrollments.Unreadable::reason)
        .containsExactly("7.json: the enrollment's element enrollmentNumber is not a text");
  }

  @Test
  void passesOverWhateverLiesThere() {
    write("null.json", "null");
    write("list.json", "[]");
    write("empty.json", "");
    write("new enrollment (2).json", "\u00fc");
    write("100.json", "{\"enrollmentNumber\": \"100\"}");

    assertThat(enrollments().all())
        .extracting(each -> each.number().value())
        .containsExactly("100");
    assertThat(enrollments().unreadable())
        .extracting(each -> each.number().value())
        .containsExactly("empty", "list", "new-enrollment--2-", "null");
  }

  @Test
  void findsAnEnrollmentWhateverItsFileIsCalled() {
    write("bad.json", "{");
    write("roads.json", "{\"enrollmentNumber\": \"55\"}");

    assertThat(enrollments().find(new EnrollmentNumber("55"))).isPresent();
    assertThat(enrollments().find(new EnrollmentNumber("roads"))).isEmpty();
  }
}
