package com.contoso.tollbooth.usage.chargeback;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Splits an amount of money so that the parts sum to it, to the last digit. The smallest unit is
 * the last digit of the amount, or of its currency where that is smaller. Each part is first
 * rounded towards zero to whole units; the units that are left go one each to the parts that lost
 * most by that, the earlier before the later. The parts of a refund are those of the charge,
 * negated.
 */
final class Split {
  private Split() {}

  /**
   * @param weights one for each part, none below zero, not all zero
   */
  static List<BigDecimal> of(BigDecimal amount, String currency, List<BigDecimal> weights) {
    int scale = Math.max(amount.stripTrailingZeros().scale(), digits(currency));
    BigInteger units = amount.setScale(scale).unscaledValue();
    List<BigInteger> parts = split(units.abs(), whole(weights));
    return parts.stream()
        .map(part -> new BigDecimal(units.signum() < 0 ? part.negate() : part, scale))
        .toList();
  }

  private static List<BigInteger> split(BigInteger units, List<BigInteger> weights) {
    BigInteger sum = weights.stream().reduce(BigInteger.ZERO, BigInteger::add);
    var parts = new ArrayList<BigInteger>();
    var remainders = new ArrayList<BigInteger>();
    BigInteger left = units;
    for (BigInteger weight : weights) {
      BigInteger[] part = units.multiply(weight).divideAndRemainder(sum);
      parts.add(part[0]);
      remainders.add(part[1]);
      left = left.subtract(part[0]);
    }
    IntStream.range(0, parts.size())
        .boxed()
        .sorted(Comparator.comparing(remainders::get, Comparator.reverseOrder()))
        .limit(left.intValueExact())
        .forEach(i -> parts.set(i, parts.get(i).add(BigInteger.ONE)));
    return parts;
  }

  private static List<BigInteger> whole(List<BigDecimal> weights) {
    int scale = weights.stream().mapToInt(BigDecimal::scale).max().orElse(0);
    return weights.stream().map(weight -> weight.setScale(scale).unscaledValue()).toList();
  }

  private static int digits(String currency) {
    try {
      return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    } catch (IllegalArgumentException e) {
      return 0; // A report may name a currency that nobody knows; its own digits will do.
    }
  }
}
