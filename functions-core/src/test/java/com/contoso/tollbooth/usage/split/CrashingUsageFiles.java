package com.contoso.tollbooth.usage.split;

import com.contoso.tollbooth.usage.RunId;
import com.contoso.tollbooth.usage.StoredFile;
import com.contoso.tollbooth.usage.UsageFiles;
import com.contoso.tollbooth.usage.UsageFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** Fails at the call of one number, before or after its effect, as a crash would cut it off. */
final class CrashingUsageFiles implements UsageFiles {
  private final UsageFiles files;
  private final boolean afterEffect;
  private int callsLeft;

  CrashingUsageFiles(UsageFiles files, int calls, boolean afterEffect) {
    this.files = files;
    this.callsLeft = calls;
    this.afterEffect = afterEffect;
  }

  private interface Effect<T> {
    T take() throws IOException;
  }

  private <T> T call(Effect<T> effect) throws IOException {
    boolean crash = callsLeft-- == 0;
    if (crash && !afterEffect) {
      throw new IOException("crash");
    }
    T result = effect.take();
    if (crash) {
      throw new IOException("crash");
    }
    return result;
  }

  @Override
  public NewFile create(UsageFolder folder, String name) throws IOException {
    NewFile file = call(() -> files.create(folder, name));
    return new NewFile() {
      @Override
      public OutputStream out() {
        return file.out();
      }

      @Override
      public StoredFile commit() throws IOException {
        return call(file::commit);
      }

      @Override
      public Optional<StoredFile> commitUnlessOutdated(RunId run) throws IOException {
        return call(() -> file.commitUnlessOutdated(run));
      }

      @Override
      public void close() throws IOException {
        file.close();
      }
    };
  }

  @Override
  public Optional<InputStream> open(UsageFolder folder, String name) throws IOException {
    return call(() -> files.open(folder, name));
  }

  @Override
  public Optional<StoredFile> find(UsageFolder folder, String name) throws IOException {
    return call(() -> files.find(folder, name));
  }

  @Override
  public List<StoredFile> list(UsageFolder folder, String prefix) throws IOException {
    return call(() -> files.list(folder, prefix));
  }

  @Override
  public void move(String name, UsageFolder from, UsageFolder to) throws IOException {
    call(
        () -> {
          files.move(name, from, to);
          return name;
        });
  }

  @Override
  public void delete(UsageFolder folder, String name) throws IOException {
    call(
        () -> {
          files.delete(folder, name);
          return name;
        });
  }
}
