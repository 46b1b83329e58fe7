package com.contoso.tollbooth.usage.split;

import com.contoso.tollbooth.usage.MemoryUsageFiles;
import com.contoso.tollbooth.usage.RunId;
import com.contoso.tollbooth.usage.StoredFile;
import com.contoso.tollbooth.usage.UsageFiles;
import com.contoso.tollbooth.usage.UsageFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** Lets something else be done before each call of the store. */
final class InterleavedUsageFiles implements UsageFiles {
  private final MemoryUsageFiles files;
  private final Runnable before;

  InterleavedUsageFiles(MemoryUsageFiles files, Runnable before) {
    this.files = files;
    this.before = before;
  }

  @Override
  public NewFile create(UsageFolder folder, String name) {
    before.run();
    NewFile file = files.create(folder, name);
    return new NewFile() {
      @Override
      public OutputStream out() {
        return file.out();
      }

      @Override
      public StoredFile commit() throws IOException {
        before.run();
        return file.commit();
      }

      @Override
      public Optional<StoredFile> commitUnlessOutdated(RunId run) throws IOException {
        before.run();
        return file.commitUnlessOutdated(run);
      }

      @Override
      public void close() throws IOException {
        file.close();
      }
    };
  }

  @Override
  public Optional<InputStream> open(UsageFolder folder, String name) {
    before.run();
    return files.open(folder, name);
  }

  @Override
  public Optional<StoredFile> find(UsageFolder folder, String name) {
    before.run();
    return files.find(folder, name);
  }

  @Override
  public List<StoredFile> list(UsageFolder folder, String prefix) {
    before.run();
    return files.list(folder, prefix);
  }

  @Override
  public void move(String name, UsageFolder from, UsageFolder to) {
    before.run();
    files.move(name, from, to);
  }

  @Override
  public void delete(UsageFolder folder, String name) {
    before.run();
    files.delete(folder, name);
  }
}
