package com.contoso.tollbooth.usage.chargeback;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Versions of the rules in memory. */
public final class MemoryRules implements ChargebackRules {
  private final List<RulesVersion> versions = new ArrayList<>();
  private final List<RulesEvent> events = new ArrayList<>();

  @Override
  public RulesVersion propose(String text, String by, Instant at) {
    if (!versions.isEmpty() && versions.getLast().text().equals(text)) {
      return versions.getLast();
    }
    versions.add(new RulesVersion(versions.size() + 1, text, by, at));
    events.addFirst(new RulesEvent(versions.size(), RulesEvent.Kind.PROPOSED, by, at));
    return versions.getLast();
  }

  @Override
  public Optional<RulesVersion> find(int number) {
    return versions.stream().filter(version -> version.number() == number).findFirst();
  }

  @Override
  public Optional<RulesVersion> current() {
    return events.stream()
        .filter(event -> event.kind() == RulesEvent.Kind.APPLIED)
        .findFirst()
        .flatMap(event -> find(event.version()));
  }

  @Override
  public void apply(int number, String by, Instant at) {
    RulesVersion version =
        find(number).orElseThrow(() -> new IllegalArgumentException("no version " + number));
    if (!current().equals(Optional.of(version))) {
      events.addFirst(new RulesEvent(number, RulesEvent.Kind.APPLIED, by, at));
    }
  }

  @Override
  public List<RulesEvent> history() {
    return List.copyOf(events);
  }
}
