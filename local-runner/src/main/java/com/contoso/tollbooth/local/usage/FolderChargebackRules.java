package com.contoso.tollbooth.local.usage;

import com.contoso.tollbooth.usage.chargeback.ChargebackRules;
import com.contoso.tollbooth.usage.chargeback.RulesEvent;
import com.contoso.tollbooth.usage.chargeback.RulesVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Versions of the rules as files {@code {version}.yaml} and what was done to them in {@code
 * history.json}. A version is there when the history says so: its file is written before, and the
 * file of a proposal that was cut off is written over by the next.
 */
public final class FolderChargebackRules implements ChargebackRules {
  static final String LOCK = ".lock";

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Path folder;

  public FolderChargebackRules(Path folder) {
    this.folder = folder;
  }

  @Override
  public RulesVersion propose(String text, String by, Instant at) {
    return alone(
        () -> {
          List<RulesEvent> events = events();
          int newest = (int) events.stream().filter(FolderChargebackRules::isProposal).count();
          Optional<RulesVersion> last = find(newest).filter(each -> each.text().equals(text));
          if (last.isPresent()) {
            return last.get();
          }
          WholeFile.write(file(newest + 1), text.getBytes(StandardCharsets.UTF_8));
          append(events, new RulesEvent(newest + 1, RulesEvent.Kind.PROPOSED, by, at));
          return new RulesVersion(newest + 1, text, by, at);
        });
  }

  @Override
  public Optional<RulesVersion> find(int number) {
    return events().stream()
        .filter(event -> event.version() == number && isProposal(event))
        .findFirst()
        .map(event -> new RulesVersion(number, text(number), event.by(), event.at()));
  }

  @Override
  public Optional<RulesVersion> current() {
    return events().reversed().stream()
        .filter(event -> !isProposal(event))
        .findFirst()
        .flatMap(event -> find(event.version()));
  }

  @Override
  public void apply(int number, String by, Instant at) {
    RulesVersion version =
        find(number)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "there is no version %d of the rules".formatted(number)));
    alone(
        () -> {
          if (!current().equals(Optional.of(version))) {
            append(events(), new RulesEvent(number, RulesEvent.Kind.APPLIED, by, at));
          }
          return version;
        });
  }

  @Override
  public List<RulesEvent> history() {
    return events().reversed();
  }

  private static boolean isProposal(RulesEvent event) {
    return event.kind() == RulesEvent.Kind.PROPOSED;
  }

  /** Oldest first. */
  private List<RulesEvent> events() {
    Path history = folder.resolve("history.json");
    return Files.exists(history)
        ? Arrays.asList(JSON.readValue(history.toFile(), RulesEvent[].class))
        : List.of();
  }

  private void append(List<RulesEvent> events, RulesEvent event) {
    var all = new ArrayList<>(events);
    all.add(event);
    WholeFile.write(folder.resolve("history.json"), JSON.writeValueAsBytes(all));
  }

  private String text(int number) {
    try {
      return Files.readString(file(number));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(int number) {
    return folder.resolve(number + ".yaml");
  }

  /** One at a time, in this process by the monitor and among processes by the lock. */
  private synchronized RulesVersion alone(Supplier<RulesVersion> work) {
    try {
      Files.createDirectories(folder);
      try (FileChannel channel =
              FileChannel.open(
                  folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock held = channel.lock()) {
        return held.isValid() ? work.get() : fail();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private RulesVersion fail() {
    throw new IllegalStateException("cannot lock " + folder);
  }
}
