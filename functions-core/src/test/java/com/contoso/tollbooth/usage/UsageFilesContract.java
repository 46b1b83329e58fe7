package com.contoso.tollbooth.usage;

import static com.contoso.tollbooth.usage.UsageFolder.ERRORS;
import static com.contoso.tollbooth.usage.UsageFolder.NEW_DAILY_USAGE;
import static com.contoso.tollbooth.usage.UsageFolder.PROCESSED_USAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store of the usage pipeline's files promises. */
public abstract class UsageFilesContract {
  private static final String NAME = "a-usage.json";

  /** The SHA-256 of {@code lines}, computed by {@code sha256sum}. */
  private static final String SHA256 =
      "5ea44c3961f16643e614435496b16115aa6d75458b5cc3fd5398aae291f3126b";

  private static final RunId EARLIER = new RunId("20260301T041500123Z");
  private static final RunId LATER = new RunId("20260301T041500124Z");
  private static final Consumer<StoredFile> KEPT =
      file -> assertThat(file).isEqualTo(new StoredFile(NAME, 5, SHA256));

  /** The store, with nothing in it at first; the same for each call of one test. */
  protected abstract UsageFiles files();

  /** The store as another process would open it. */
  protected abstract UsageFiles reopened();

  /** Puts a file there, or in the place of one, as a person would with his own tools. */
  protected abstract void putByHand(UsageFolder folder, String name, String text)
      throws IOException;

  @Test
  void showsNothingBeforeTheCommit() throws IOException {
    try (UsageFiles.NewFile file = files().create(ERRORS, NAME)) {
      file.out().write(bytes("half"));

      assertThat(files().open(ERRORS, NAME)).isEmpty();
      assertThat(files().find(ERRORS, NAME)).isEmpty();
      assertThat(files().list(ERRORS, "")).isEmpty();
    }
    assertThat(files().find(ERRORS, NAME)).isEmpty();
    assertThat(files().list(ERRORS, "")).isEmpty();
  }

  @Test
  void showsTheWholeFileFromTheCommitOn() throws IOException {
    StoredFile stored = put(ERRORS, NAME, "lines");

    assertThat(stored).isEqualTo(new StoredFile(NAME, 5, SHA256));
    assertThat(text(ERRORS, NAME)).isEqualTo("lines");
    assertThat(files().find(ERRORS, NAME)).contains(stored);
    assertThat(reopened().find(ERRORS, NAME)).contains(stored);
    assertThat(files().find(PROCESSED_USAGE, NAME)).isEmpty();
  }

  @Test
  void keepsAnEmptyFile() throws IOException {
    put(ERRORS, NAME, "");

    assertThat(files().find(ERRORS, NAME)).get().extracting(StoredFile::bytes).isEqualTo(0L);
    assertThat(text(ERRORS, NAME)).isEmpty();
  }

  @Test
  void putsTheNewFileInThePlaceOfTheOldAtOnce() throws IOException {
    put(ERRORS, NAME, "older");
    try (UsageFiles.NewFile file = files().create(ERRORS, NAME)) {
      file.out().write(bytes("lines"));
      assertThat(text(ERRORS, NAME)).isEqualTo("older");
      file.commit();
    }

    assertThat(text(ERRORS, NAME)).isEqualTo("lines");
    assertThat(files().find(ERRORS, NAME)).get().extracting(StoredFile::sha256).isEqualTo(SHA256);
    assertThat(files().list(ERRORS, "")).hasSize(1);
  }

  @Test
  void keepsTheOldFileWhenTheNewOneIsNotCommitted() throws IOException {
    put(ERRORS, NAME, "older");
    try (UsageFiles.NewFile file = files().create(ERRORS, NAME)) {
      file.out().write(bytes("half"));
    }

    assertThat(text(ERRORS, NAME)).isEqualTo("older");
  }

  @Test
  void letsTwoWriteTheSameFileAtOnce() throws IOException {
    try (UsageFiles.NewFile one = files().create(ERRORS, NAME);
        UsageFiles.NewFile other = files().create(ERRORS, NAME)) {
      one.out().write(bytes("li"));
      other.out().write(bytes("other"));
      one.out().write(bytes("nes"));
      other.commit();
      one.commit();
    }

    assertThat(text(ERRORS, NAME)).isEqualTo("lines");
  }

  @Test
  void putsALaterRunsFileInThePlaceOfAnEarlierOnes() throws IOException {
    putOf(EARLIER, "older");

    assertThat(putOf(LATER, "lines")).hasValueSatisfying(KEPT);
    assertThat(putOf(LATER, "lines")).as("again").hasValueSatisfying(KEPT);
    assertThat(text(ERRORS, NAME)).isEqualTo("lines");
    assertThat(files().list(ERRORS, "")).singleElement().satisfies(KEPT);
  }

  @Test
  void leavesALaterRunsFileInItsPlace() throws IOException {
    putOf(LATER, "lines");

    assertThat(putOf(EARLIER, "older")).isEmpty();
    assertThat(reopened().find(ERRORS, NAME)).hasValueSatisfying(KEPT);
    assertThat(text(ERRORS, NAME)).isEqualTo("lines");
  }

  @Test
  void looksAtTheRunWhenItCommits() throws IOException {
    try (UsageFiles.NewFile earlier = files().create(ERRORS, NAME)) {
      earlier.out().write(bytes("older"));
      putOf(LATER, "lines");

      assertThat(earlier.commitUnlessOutdated(EARLIER)).isEmpty();
    }
    assertThat(text(ERRORS, NAME)).isEqualTo("lines");
  }

  @Test
  void takesAFileOfNoRunOrOneThatIsGoneForOlderThanEach() throws IOException {
    put(ERRORS, NAME, "of no run");
    assertThat(putOf(EARLIER, "lines")).isPresent();
    putOf(LATER, "later");
    put(ERRORS, NAME, "of no run");
    assertThat(putOf(EARLIER, "lines")).isPresent();
    putOf(LATER, "later");
    files().delete(ERRORS, NAME);

    assertThat(putOf(EARLIER, "lines")).isPresent();
    assertThat(text(ERRORS, NAME)).isEqualTo("lines");
  }

  @Test
  void takesAMovedFileForOneOfNoRun() throws IOException {
    putOf(LATER, "later");
    files().move(NAME, ERRORS, PROCESSED_USAGE);
    put(PROCESSED_USAGE, "other", "");

    assertThat(putOf(EARLIER, "lines")).as("where it was").isPresent();
    try (UsageFiles.NewFile file = files().create(PROCESSED_USAGE, NAME)) {
      file.out().write(bytes("lines"));
      assertThat(file.commitUnlessOutdated(EARLIER)).as("where it is").isPresent();
    }
  }

  @Test
  void endsWithTheLaterRunsFileWhoeverIsTheLastOfTwoAtOnce() throws Exception {
    for (int round = 0; round < 20; round++) {
      var start = new CountDownLatch(1);
      try (var workers = Executors.newFixedThreadPool(2)) {
        var earlier = workers.submit(() -> putAfter(start, EARLIER, "older"));
        var later = workers.submit(() -> putAfter(start, LATER, "lines"));
        start.countDown();
        earlier.get();
        assertThat(later.get()).hasValueSatisfying(KEPT);
      }
      assertThat(text(ERRORS, NAME)).isEqualTo("lines");
      assertThat(files().find(ERRORS, NAME)).hasValueSatisfying(KEPT);
      files().delete(ERRORS, NAME);
    }
  }

  private Optional<StoredFile> putAfter(CountDownLatch start, RunId run, String text)
      throws Exception {
    start.await();
    return putOf(run, text);
  }

  private Optional<StoredFile> putOf(RunId run, String text) throws IOException {
    try (UsageFiles.NewFile file = files().create(ERRORS, NAME)) {
      file.out().write(bytes(text));
      return file.commitUnlessOutdated(run);
    }
  }

  @Test
  void listsByPrefixInTheOrderOfNames() throws IOException {
    put(ERRORS, "b-2", "2");
    put(ERRORS, "b-1", "1");
    put(ERRORS, "c-1", "1");
    put(PROCESSED_USAGE, "b-3", "3");

    assertThat(files().list(ERRORS, "b-"))
        .extracting(StoredFile::name)
        .containsExactly("b-1", "b-2");
    assertThat(reopened().list(ERRORS, ""))
        .extracting(StoredFile::name)
        .containsExactly("b-1", "b-2", "c-1");
    assertThat(files().list(ERRORS, "d")).isEmpty();
  }

  @Test
  void movesAFileAndIsDoneWhenAskedAgain() throws IOException {
    StoredFile stored = put(NEW_DAILY_USAGE, NAME, "lines");

    files().move(NAME, NEW_DAILY_USAGE, PROCESSED_USAGE);
    files().move(NAME, NEW_DAILY_USAGE, PROCESSED_USAGE);

    assertThat(files().find(NEW_DAILY_USAGE, NAME)).isEmpty();
    assertThat(files().list(NEW_DAILY_USAGE, "")).isEmpty();
    assertThat(files().find(PROCESSED_USAGE, NAME)).contains(stored);
    assertThat(text(PROCESSED_USAGE, NAME)).isEqualTo("lines");
  }

  @Test
  void movesOverAFileThatACutOffMoveLeftThere() throws IOException {
    put(NEW_DAILY_USAGE, NAME, "lines");
    put(PROCESSED_USAGE, NAME, "older");

    files().move(NAME, NEW_DAILY_USAGE, PROCESSED_USAGE);

    assertThat(files().find(NEW_DAILY_USAGE, NAME)).isEmpty();
    assertThat(files().find(PROCESSED_USAGE, NAME))
        .get()
        .extracting(StoredFile::sha256)
        .isEqualTo(SHA256);
  }

  @Test
  void takesAFileThatAPersonPutThereAsItsOwn() throws IOException {
    putByHand(ERRORS, NAME, "lines");

    assertThat(files().find(ERRORS, NAME)).hasValueSatisfying(KEPT);
    assertThat(files().list(ERRORS, "")).singleElement().satisfies(KEPT);
    assertThat(text(ERRORS, NAME)).isEqualTo("lines");
    files().move(NAME, ERRORS, PROCESSED_USAGE);
    assertThat(reopened().list(PROCESSED_USAGE, "")).singleElement().satisfies(KEPT);
    assertThat(files().list(ERRORS, "")).isEmpty();
  }

  @Test
  void seesThatAPersonMendedAFile() throws IOException {
    putOf(LATER, "a fault");
    putByHand(ERRORS, NAME, "lines");

    assertThat(files().find(ERRORS, NAME)).hasValueSatisfying(KEPT);
    assertThat(reopened().list(ERRORS, "")).singleElement().satisfies(KEPT);
    assertThat(text(ERRORS, NAME)).isEqualTo("lines");
  }

  @Test
  void listsTheOthersBesideAFileThatHasNoNameOfAUsageFile() throws IOException {
    put(ERRORS, NAME, "lines");
    putByHand(ERRORS, "my notes (1).txt", "notes");

    assertThat(files().list(ERRORS, "")).singleElement().satisfies(KEPT);
  }

  @Test
  void deletesAFileThatMayNotBeThere() throws IOException {
    put(ERRORS, NAME, "lines");

    files().delete(ERRORS, NAME);
    files().delete(ERRORS, NAME);

    assertThat(files().open(ERRORS, NAME)).isEmpty();
    assertThat(files().list(ERRORS, "")).isEmpty();
  }

  @Test
  void readsOnWhatWasOpenedWhenTheFileIsReplaced() throws IOException {
    put(ERRORS, NAME, "lines");
    try (InputStream in = files().open(ERRORS, NAME).orElseThrow()) {
      put(ERRORS, NAME, "other");

      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("lines");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"../a", "a/../../b", "/a", "a\\b", "..", ".a", "", "a\0b"})
  void opensNothingOutside(String name) {
    assertThatThrownBy(() -> files().open(ERRORS, name))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> files().create(ERRORS, name))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> files().find(ERRORS, name))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> files().move(name, ERRORS, PROCESSED_USAGE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> files().delete(ERRORS, name))
        .isInstanceOf(IllegalArgumentException.class);
  }

  protected final StoredFile put(UsageFolder folder, String name, String text) throws IOException {
    try (UsageFiles.NewFile file = files().create(folder, name)) {
      file.out().write(bytes(text));
      return file.commit();
    }
  }

  protected final String text(UsageFolder folder, String name) throws IOException {
    try (InputStream in = files().open(folder, name).orElseThrow()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
