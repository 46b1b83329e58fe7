package com.contoso.tollbooth.usage.focus;

/**
 * How many decimals the columns of a file need so that no digit of the ledger is lost.
 *
 * @param fits whether the sum of every column fits in {@link #PRECISION} digits with them
 */
public record FocusScales(int cost, int quantity, int price, boolean fits) {
  /** The most digits a decimal has in the formats that are typed. */
  public static final int PRECISION = 38;

  /** The least, so that the files of ordinary months are alike. */
  public static final int USUAL = 18;

  public int of(FocusColumn.Type type) {
    return switch (type) {
      case COST -> cost;
      case QUANTITY -> quantity;
      case PRICE -> price;
      case TEXT, TIME -> 0;
    };
  }
}
