package com.contoso.tollbooth.local.usage;

import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.usage.FinanceFiles;
import com.contoso.tollbooth.usage.FinanceFilesContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderFinanceFilesTests extends FinanceFilesContract {
  @TempDir Path folder;

  /** New ones each time: what counts is in the folder. */
  @Override
  protected FinanceFiles files() {
    return new FolderFinanceFiles(folder.resolve("finance"));
  }

  @Test
  void whatAPersonWroteMeanwhileIsNotWrittenOver() throws IOException {
    files().replace("readers.yaml", null, "1");
    var read = files().read("readers.yaml").orElseThrow();
    Files.writeString(folder.resolve("finance/readers.yaml"), "by hand");

    assertThat(files().replace("readers.yaml", read, "2")).isFalse();
    assertThat(folder.resolve("finance/readers.yaml")).hasContent("by hand");
  }
}
