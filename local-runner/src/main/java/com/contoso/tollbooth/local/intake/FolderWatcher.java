package com.contoso.tollbooth.local.intake;

import com.contoso.tollbooth.plate.PhotoArrivals;
import com.contoso.tollbooth.plate.PhotoUploaded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/**
 * Reports files that settle in the photo folder as arrived. What it misses (a full event queue, a
 * restart) reconciliation finds.
 */
final class FolderWatcher implements SmartLifecycle, Runnable {
  private static final Logger log = LoggerFactory.getLogger(FolderWatcher.class);

  private final FolderPhotoStore store;
  private final PhotoArrivals arrivals;
  private final IntakeSettings settings;
  private final Map<Path, Long> pending = new HashMap<>();
  private volatile boolean running;
  private volatile @Nullable Thread thread;

  FolderWatcher(FolderPhotoStore store, PhotoArrivals arrivals, IntakeSettings settings) {
    this.store = store;
    this.arrivals = arrivals;
    this.settings = settings;
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().name("folder-watcher").daemon().start(this);
  }

  @Override
  public void stop() {
    running = false;
    Thread watching = thread;
    if (watching == null) {
      return;
    }
    try {
      watching.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public void run() {
    try (WatchService watch = store.root().getFileSystem().newWatchService()) {
      watchTree(store.root(), watch);
      while (running) {
        WatchKey key = watch.poll(settings.watch().toMillis(), TimeUnit.MILLISECONDS);
        if (key != null) {
          note(key, watch);
        }
        takeSettled();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      log.error("The photo folder is watched no more; reconciliation goes on finding photos", e);
    }
  }

  private void note(WatchKey key, WatchService watch) throws IOException {
    Path folder = (Path) key.watchable();
    for (WatchEvent<?> event : key.pollEvents()) {
      if (event.kind() == StandardWatchEventKinds.OVERFLOW) {
        watchTree(store.root(), watch);
        continue;
      }
      Path path = folder.resolve((Path) event.context());
      if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
        watchTree(path, watch);
      } else {
        pending.putIfAbsent(path, -1L);
      }
    }
    key.reset();
  }

  /** Registers the folders first and lists files after, so that none falls between. */
  private void watchTree(Path top, WatchService watch) throws IOException {
    Files.walkFileTree(
        top,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            if (!folder.equals(store.root()) && PhotoFile.hidden(folder)) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            folder.register(
                watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            pending.putIfAbsent(file, -1L);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            log.debug("A file went away while the folder was walked: {}", e.toString());
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Takes what is settled and has the size it had at the last look. */
  private void takeSettled() {
    for (Iterator<Map.Entry<Path, Long>> left = pending.entrySet().iterator(); left.hasNext(); ) {
      var entry = left.next();
      Path file = entry.getKey();
      if (!store.isUpload(file)) {
        left.remove();
        continue;
      }
      long size = sizeOf(file);
      if (size == entry.getValue() && store.isSettled(file)) {
        try {
          store.describe(file).ifPresent(this::report);
          left.remove();
        } catch (UncheckedIOException | DataAccessException e) {
          log.warn("A photo could not be taken in now and is tried again: {}", e.toString());
        }
      } else {
        entry.setValue(size);
      }
    }
  }

  private void report(PhotoUploaded photo) {
    if (arrivals.arrived(photo)) {
      log.info("Passage {} arrived from booth {}", photo.passage(), photo.path().booth());
    }
  }

  private static long sizeOf(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return -1;
    }
  }
}
