package com.contoso.tollbooth.usage.focus;

import com.contoso.tollbooth.usage.LedgerLine;
import com.contoso.tollbooth.usage.RunId;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Takes the measure of a month's lines: how many, their cost by currency, the digits they need. */
final class Measure {
  private final Map<FocusColumn.Type, Integer> decimals = new EnumMap<>(FocusColumn.Type.class);
  private final Map<FocusColumn.Type, BigDecimal> greatest = new EnumMap<>(FocusColumn.Type.class);
  private final Map<String, BigDecimal> totals = new TreeMap<>();
  private long rows;
  private @Nullable RunId run;

  void add(LedgerLine line) {
    rows++;
    run = run == null || run.compareTo(line.run()) < 0 ? line.run() : run;
    totals.merge(line.cost().currency(), line.cost().amount(), BigDecimal::add);
    var row = new FocusRow(line, null);
    digits(FocusColumn.Type.COST, line.cost().amount());
    digits(FocusColumn.Type.QUANTITY, line.line().charge().quantity());
    digits(FocusColumn.Type.QUANTITY, FocusTexts.consumed(row));
    digits(FocusColumn.Type.PRICE, line.line().charge().unitPrice());
  }

  private void digits(FocusColumn.Type type, @Nullable BigDecimal value) {
    if (value != null && value.signum() != 0) {
      decimals.merge(type, value.stripTrailingZeros().scale(), Math::max);
      greatest.merge(type, value.abs(), BigDecimal::add);
    }
  }

  FocusScales scales() {
    return new FocusScales(
        scale(FocusColumn.Type.COST),
        scale(FocusColumn.Type.QUANTITY),
        scale(FocusColumn.Type.PRICE),
        fits(FocusColumn.Type.COST)
            && fits(FocusColumn.Type.QUANTITY)
            && fits(FocusColumn.Type.PRICE));
  }

  /** As usual where that will do; else as many decimals as are needed, or as leave room. */
  private int scale(FocusColumn.Type type) {
    int needed = Math.max(0, decimals.getOrDefault(type, 0));
    return needed <= FocusScales.USUAL && wholes(type) <= FocusScales.PRECISION - FocusScales.USUAL
        ? FocusScales.USUAL
        : needed;
  }

  private boolean fits(FocusColumn.Type type) {
    return wholes(type) + scale(type) <= FocusScales.PRECISION;
  }

  private int wholes(FocusColumn.Type type) {
    BigDecimal sum = greatest.getOrDefault(type, BigDecimal.ZERO);
    return Math.max(0, sum.precision() - sum.scale());
  }

  long rows() {
    return rows;
  }

  Map<String, BigDecimal> totals() {
    return totals;
  }

  @Nullable RunId run() {
    return run;
  }

  /** Whether both saw the same lines, as far as sums can tell. */
  boolean agrees(Measure other) {
    return rows == other.rows
        && Objects.equals(run, other.run)
        && totals.keySet().equals(other.totals.keySet())
        && totals.entrySet().stream()
            .allMatch(
                total ->
                    other.totals.get(total.getKey()) instanceof BigDecimal cost
                        && cost.compareTo(total.getValue()) == 0);
  }
}
