package com.contoso.tollbooth.local.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contoso.tollbooth.usage.SubscriptionId;
import com.contoso.tollbooth.usage.UsageRights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileUsageReadersTests {
  private static final UsageRights NOTHING = new UsageRights.Only(Set.of());

  @TempDir Path folder;
  private Path file;
  private FileUsageReaders readers;

  @BeforeEach
  void begin() {
    file = folder.resolve("usage-readers.yaml");
    readers = new FileUsageReaders(file, "owner");
  }

  @Test
  void withoutAFileTheOwnerSeesAllAndNobodyElseAnything() {
    assertThat(readers.rightsOf("owner")).isEqualTo(new UsageRights.All());
    assertThat(readers.rightsOf("anna")).isEqualTo(NOTHING);
  }

  @Test
  void readsWhatEachMaySee() throws IOException {
    Files.writeString(file, "readers:\n  anna: all\n  ben: [SUB-1, 42]\n  zoe: []\n");

    assertThat(readers.rightsOf("anna")).isEqualTo(new UsageRights.All());
    assertThat(readers.rightsOf("ben"))
        .isEqualTo(
            new UsageRights.Only(Set.of(new SubscriptionId("sub-1"), new SubscriptionId("42"))));
    assertThat(readers.rightsOf("zoe")).isEqualTo(NOTHING);
    assertThat(readers.rightsOf("owner")).isEqualTo(NOTHING);
    assertThat(readers.rightsOf("Anna")).isEqualTo(NOTHING);
  }

  @Test
  void aRightTakenAwayIsGoneAtOnce() throws IOException {
    Files.writeString(file, "readers: {anna: all}");
    readers.rightsOf("anna");
    Files.writeString(file, "readers: {}");

    assertThat(readers.rightsOf("anna")).isEqualTo(NOTHING);
  }

  @Test
  void aFileThatCannotBeReadGivesNoRight() throws IOException {
    for (String text : new String[] {"", "readers", "readers: {anna: [", "readers: {a: 1, a: 2}"}) {
      Files.writeString(file, text);
      assertThatThrownBy(() -> readers.rightsOf("owner")).isInstanceOf(IllegalStateException.class);
    }
    Files.writeString(file, "readers: {anna: everything}");
    assertThatThrownBy(() -> readers.rightsOf("anna")).hasMessageContaining("'anna'");
  }
}
