package com.contoso.tollbooth.usage.chargeback;

import com.contoso.tollbooth.usage.Checksum;
import com.contoso.tollbooth.usage.FinanceFiles;
import com.contoso.tollbooth.usage.FinanceFiles.FinanceFile;
import com.contoso.tollbooth.usage.FinanceList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps every version of the rules. A version never changes; one at a time is current.
 *
 * <p>What was done stands in {@code rules.json}, each version's text in {@code
 * rules-{version}-{checksum}.yaml}, which is written before: of a proposal that was cut off nothing
 * is seen, and two at once write files of their own.
 */
public final class ChargebackRules {
  private static final int CHECKSUM_DIGITS = 12;

  private final FinanceFiles files;
  private final FinanceList<Entry> entries;

  public ChargebackRules(FinanceFiles files) {
    this.files = files;
    entries = new FinanceList<>(files, "rules.json", Entry.class, List.of());
  }

  /** What was done, and where the text is that it was done with. */
  private record Entry(int version, RulesEvent.Kind kind, String by, Instant at, String file) {
    boolean proposed() {
      return kind == RulesEvent.Kind.PROPOSED;
    }
  }

  /**
   * Keeps a text as the version after the newest. The text of the newest version again is that
   * version, and nothing is kept.
   */
  public RulesVersion propose(String text, String by, Instant at) {
    return version(newest(entries.change(all -> proposed(all, text, by, at))).orElseThrow());
  }

  private List<Entry> proposed(List<Entry> all, String text, String by, Instant at) {
    Optional<Entry> newest = newest(all);
    if (newest.isPresent() && version(newest.get()).text().equals(text)) {
      return all;
    }
    int number = newest.map(Entry::version).orElse(0) + 1;
    String file =
        "rules-%d-%s.yaml".formatted(number, Checksum.of(text).substring(0, CHECKSUM_DIGITS));
    keep(file, text);
    return with(all, new Entry(number, RulesEvent.Kind.PROPOSED, by, at, file));
  }

  public Optional<RulesVersion> find(int number) {
    return proposal(entries.read(), number).map(this::version);
  }

  /** The version applied last; empty while none is. */
  public Optional<RulesVersion> current() {
    List<Entry> all = entries.read();
    return applied(all).flatMap(entry -> proposal(all, entry.version())).map(this::version);
  }

  /**
   * Makes a version current, an earlier one too. No effect if it is.
   *
   * @throws IllegalArgumentException if there is no such version
   */
  public void apply(int number, String by, Instant at) {
    entries.change(
        all -> {
          Entry proposal =
              proposal(all, number)
                  .orElseThrow(
                      () ->
                          new IllegalArgumentException(
                              "there is no version %d of the rules".formatted(number)));
          return applied(all).filter(entry -> entry.version() == number).isPresent()
              ? all
              : with(all, new Entry(number, RulesEvent.Kind.APPLIED, by, at, proposal.file()));
        });
  }

  /** All that was done, newest first. */
  public List<RulesEvent> history() {
    return entries.read().reversed().stream()
        .map(entry -> new RulesEvent(entry.version(), entry.kind(), entry.by(), entry.at()))
        .toList();
  }

  private static Optional<Entry> newest(List<Entry> all) {
    return all.reversed().stream().filter(Entry::proposed).findFirst();
  }

  private static Optional<Entry> applied(List<Entry> all) {
    return all.reversed().stream().filter(entry -> !entry.proposed()).findFirst();
  }

  private static Optional<Entry> proposal(List<Entry> all, int number) {
    return all.stream().filter(entry -> entry.proposed() && entry.version() == number).findFirst();
  }

  private static List<Entry> with(List<Entry> all, Entry entry) {
    var more = new ArrayList<>(all);
    more.add(entry);
    return more;
  }

  private RulesVersion version(Entry proposal) {
    String text =
        files
            .read(proposal.file())
            .orElseThrow(() -> new IllegalStateException(proposal.file() + " is gone"))
            .text();
    return new RulesVersion(proposal.version(), text, proposal.by(), proposal.at());
  }

  /** What stands under the name now is of the same text, or a person's that nothing refers to. */
  private void keep(String file, String text) {
    Optional<FinanceFile> was;
    do {
      was = files.read(file);
    } while (was.filter(found -> found.text().equals(text)).isEmpty()
        && !files.replace(file, was.orElse(null), text));
  }
}
