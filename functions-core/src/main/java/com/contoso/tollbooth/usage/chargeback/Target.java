package com.contoso.tollbooth.usage.chargeback;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whom a rule charges. */
public sealed interface Target {
  /** Those it names, in the order of the file. */
  List<String> names();

  /** One cost centre or department. */
  record Named(String name) implements Target {
    @Override
    public List<String> names() {
      return List.of(name);
    }
  }

  /**
   * The cost centre or the department that the line itself bears; a line without is not matched,
   * nor is one whose own is called {@link Allocation#UNALLOCATED}.
   */
  record Own(Condition.Field field) implements Target {
    @Override
    public List<String> names() {
      return List.of();
    }
  }

  /** Each the same. */
  record Even(List<String> names) implements Target {
    public Even {
      names = List.copyOf(names);
    }
  }

  /**
   * Each as much as it is charged directly in the same currency. Who is charged nothing, or has a
   * credit, gets no share; where that is so of all, each gets the same.
   */
  record Proportional(List<String> names) implements Target {
    public Proportional {
      names = List.copyOf(names);
    }
  }

  /** Each its part of one. */
  record Fixed(Map<String, BigDecimal> shares) implements Target {
    public Fixed {
      shares = Collections.unmodifiableMap(new LinkedHashMap<>(shares));
    }

    @Override
    public List<String> names() {
      return List.copyOf(shares.keySet());
    }
  }
}
