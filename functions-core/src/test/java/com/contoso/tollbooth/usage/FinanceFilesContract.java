package com.contoso.tollbooth.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contoso.tollbooth.usage.FinanceFiles.FinanceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link FinanceFiles} keeps to. */
public abstract class FinanceFilesContract {
  /** The same files each time. */
  protected abstract FinanceFiles files();

  @Test
  void readsToTheLetterWhatWasWritten() {
    assertThat(files().read("a.yaml")).isEmpty();
    assertThat(files().replace("a.yaml", null, "ü\r\n€\u0000")).isTrue();

    assertThat(files().read("a.yaml")).map(FinanceFile::text).contains("ü\r\n€\u0000");
    assertThat(files().read("b.yaml")).isEmpty();
  }

  @Test
  void replacesOnlyWhatWasRead() {
    files().replace("a.yaml", null, "1");
    FinanceFile first = files().read("a.yaml").orElseThrow();

    assertThat(files().replace("a.yaml", null, "x")).isFalse();
    assertThat(files().replace("a.yaml", first, "2")).isTrue();
    assertThat(files().replace("a.yaml", first, "3")).isFalse();
    assertThat(files().read("a.yaml")).map(FinanceFile::text).contains("2");
    assertThat(files().replace("none.yaml", first, "4")).isFalse();
    assertThat(files().read("none.yaml")).isEmpty();
  }

  @Test
  void keepsAnEmptyFile() {
    files().replace("a.yaml", null, "");

    assertThat(files().read("a.yaml")).map(FinanceFile::text).contains("");
  }

  @Test
  void losesNoChangeOfManyAtOnce() throws Exception {
    var list = new FinanceList<>(files(), "list.json", Integer.class, List.of());
    try (var threads = Executors.newFixedThreadPool(4)) {
      var tasks =
          IntStream.range(0, 20)
              .<Callable<List<Integer>>>mapToObj(
                  i ->
                      () ->
                          list.change(
                              all -> {
                                var more = new ArrayList<>(all);
                                more.add(i);
                                return more;
                              }))
              .toList();
      for (var done : threads.invokeAll(tasks)) {
        assertThat(done.get()).isNotEmpty();
      }
    }

    assertThat(list.read())
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 20).boxed().toList());
  }

  @Test
  void refusesANameThatIsNoFileOfItsOwn() {
    for (String name : List.of("", "../a.yaml", "a/b.yaml", ".hidden", "a".repeat(101))) {
      assertThatThrownBy(() -> files().read(name)).isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> files().replace(name, null, ""))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
