package com.contoso.tollbooth.usage.chargeback;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SplitTests {
  @Test
  void givesTheLeftOverCentToTheFirstOfEquals() {
    assertThat(split("10.00", "EUR", "1", "1", "1")).containsExactly("3.34", "3.33", "3.33");
  }

  @Test
  void givesTheLeftOverCentToWhoLostMost() {
    assertThat(split("0.05", "EUR", "0.5", "0.3", "0.2")).containsExactly("0.03", "0.01", "0.01");
    assertThat(split("1.00", "EUR", "1", "2")).containsExactly("0.33", "0.67");
  }

  @Test
  void splitsARefundAsTheChargeNegated() {
    assertThat(split("-10.00", "EUR", "1", "1", "1")).containsExactly("-3.34", "-3.33", "-3.33");
  }

  @Test
  void usesTheDigitsOfTheAmountOrOfTheCurrencyWhicheverAreMore() {
    assertThat(split("1", "EUR", "1", "1", "1")).containsExactly("0.34", "0.33", "0.33");
    assertThat(split("1", "JPY", "1", "1", "1")).containsExactly("1", "0", "0");
    assertThat(split("1", "KWD", "1", "1", "1")).containsExactly("0.334", "0.333", "0.333");
    assertThat(split("0.00001", "EUR", "1", "1")).containsExactly("0.00001", "0.00000");
    assertThat(split("1000", "EUR", "1", "1", "1")).containsExactly("333.34", "333.33", "333.33");
    assertThat(split("7", "tokens", "1", "1")).containsExactly("4", "3");
  }

  @Test
  void partsSumToTheWholeAndAreWithinOneUnitOfTheirShare() {
    var random = new Random(5);
    for (int run = 0; run < 5_000; run++) {
      BigDecimal amount = BigDecimal.valueOf(random.nextLong(), random.nextInt(25));
      var weights = new ArrayList<BigDecimal>();
      BigDecimal sum = BigDecimal.ZERO;
      for (int i = 0; i <= random.nextInt(9); i++) {
        BigDecimal weight = BigDecimal.valueOf(1 + random.nextInt(1_000_000), random.nextInt(9));
        weights.add(random.nextInt(4) == 0 && i > 0 ? BigDecimal.ZERO : weight);
        sum = sum.add(weights.getLast());
      }
      List<BigDecimal> parts = Split.of(amount, "EUR", weights);

      assertThat(parts).hasSameSizeAs(weights);
      assertThat(parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
          .isEqualByComparingTo(amount);
      BigDecimal unit =
          BigDecimal.ONE.movePointLeft(Math.max(2, amount.stripTrailingZeros().scale()));
      for (int i = 0; i < parts.size(); i++) {
        BigDecimal error =
            parts.get(i).multiply(sum).subtract(amount.multiply(weights.get(i))).abs();
        assertThat(error).isLessThan(unit.multiply(sum));
      }
    }
  }

  private static List<String> split(String amount, String currency, String... weights) {
    return Split.of(
            new BigDecimal(amount),
            currency,
            List.of(weights).stream().map(BigDecimal::new).toList())
        .stream()
        .map(BigDecimal::toPlainString)
        .toList();
  }
}
