package com.contoso.tollbooth.local.usage;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contoso.tollbooth.usage.Enrollments;
import com.contoso.tollbooth.usage.EnrollmentsContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderEnrollmentsTests extends EnrollmentsContract {
  @TempDir Path folder;

  @Override
  protected Enrollments enrollments() {
    return new FolderEnrollments(folder.resolve("enrollments"));
  }

  @Test
  void namesTheFileThatIsWrong() throws IOException {
    Files.createDirectories(folder.resolve("enrollments"));
    Files.writeString(folder.resolve("enrollments/7.json"), "{\"enrollmentNumber\": 7}");

    assertThatThrownBy(() -> enrollments().all())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("7.json: the enrollment's element enrollmentNumber is not a text");
  }
}
