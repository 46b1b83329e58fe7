package com.contoso.tollbooth.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class UsageReadersTests {
  private static final UsageRights NOTHING = new UsageRights.Only(Set.of());

  private final FinanceFiles files = new MemoryFinanceFiles();
  private final UsageReaders readers = UsageReaders.ownedBy("owner", files);

  private void write(String text) {
    assertThat(files.replace(UsageReaders.FILE, files.read(UsageReaders.FILE).orElse(null), text))
        .isTrue();
  }

  @Test
  void withoutAFileTheOwnerSeesAllAndNobodyElseAnything() {
    assertThat(readers.rightsOf("owner")).isEqualTo(new UsageRights.All());
    assertThat(readers.rightsOf("anna")).isEqualTo(NOTHING);
    assertThat(readers.rightsOf("")).isEqualTo(new UsageRights.All());
  }

  @Test
  void whereNobodyOwnsTheMachineARequestWithoutANameIsNobodys() {
    assertThat(UsageReaders.named(files).rightsOf("")).isEqualTo(NOTHING);
    assertThat(UsageReaders.named(files).rightsOf("anna")).isEqualTo(NOTHING);
    write("readers: {anna: all, '': all}");

    assertThat(UsageReaders.named(files).rightsOf("")).isEqualTo(NOTHING);
    assertThat(UsageReaders.named(files).rightsOf("anna")).isEqualTo(new UsageRights.All());
    assertThat(readers.rightsOf("")).isEqualTo(NOTHING);
  }

  @Test
  void readsWhatEachMaySee() {
    write("readers:\n  anna: all\n  ben: [SUB-1, 42]\n  zoe: []\n");

    assertThat(readers.rightsOf("anna")).isEqualTo(new UsageRights.All());
    assertThat(readers.rightsOf("ben"))
        .isEqualTo(
            new UsageRights.Only(Set.of(new SubscriptionId("sub-1"), new SubscriptionId("42"))));
    assertThat(readers.rightsOf("zoe")).isEqualTo(NOTHING);
    assertThat(readers.rightsOf("owner")).isEqualTo(NOTHING);
    assertThat(readers.rightsOf("Anna")).isEqualTo(NOTHING);
  }

  @Test
  void aRightTakenAwayIsGoneAtOnce() {
    write("readers: {anna: all}");
    readers.rightsOf("anna");
    write("readers: {}");

    assertThat(readers.rightsOf("anna")).isEqualTo(NOTHING);
  }

  @Test
  void aFileThatCannotBeReadGivesNoRight() {
    for (String text : new String[] {"", "readers", "readers: {anna: [", "readers: {a: 1, a: 2}"}) {
      write(text);
      assertThatThrownBy(() -> readers.rightsOf("owner")).isInstanceOf(IllegalStateException.class);
    }
    write("readers: {anna: everything}");
    assertThatThrownBy(() -> readers.rightsOf("anna")).hasMessageContaining("'anna'");
  }
}
