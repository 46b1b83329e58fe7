package com.contoso.tollbooth.azure.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ItemBatchTests {
  private static final double WIDE = 100_000;

  private final ItemBatch batch = new ItemBatch("p");

  @Test
  void hasRoomForOneItemOfAnySize() {
    assertThat(batch.hasRoomFor(item(0, 1_990_000), WIDE)).isTrue();
    assertThat(batch.hasRoomFor(item(0, 1), 1)).isTrue();
  }

  @Test
  void neverPassesTwoMegabytes() {
    int sent = fill(700_000, WIDE);

    assertThat(sent).isEqualTo(2);
    assertThat(batch.hasRoomFor(item(2, 200_000), WIDE)).isTrue();
  }

  @Test
  void leavesAPlaceOfTheHundredToOneMore() {
    assertThat(fill(10, WIDE)).isEqualTo(99);
  }

  @Test
  void costsNoMoreThanItMay() {
    assertThat(fill(10, 100)).isBetween(5, 14);
    assertThat(batch.estimate()).isLessThanOrEqualTo(100);
  }

  private int fill(int bytes, double units) {
    return (int)
        IntStream.range(0, 200)
            .takeWhile(
                n -> {
                  boolean has = batch.hasRoomFor(item(n, bytes), units);
                  if (has) {
                    batch.create(item(n, bytes));
                  }
                  return has;
                })
            .count();
  }

  private static Item item(int id, int bytes) {
    return Item.named("" + id).with("text", "x".repeat(bytes));
  }
}
