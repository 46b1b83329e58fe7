package com.contoso.tollbooth.usage.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PriceSheetTests {
  @Test
  void readsPricesToTheLastDigitWhateverTheOrderOfColumns() {
    RateCard card =
        read(
            """
            Currency,unit,UNITPRICE,meterId,remark
            EUR,1 Hour,0.123456789012345678901,ABC-1,"two
            lines"
            EUR,10 GB,1.5E-7,def-2
            EUR,,0,ghi-3
            """);

    assertThat(card.currency()).isEqualTo("EUR");
    assertThat(card.unitPrices())
        .isEqualTo(
            Map.of(
                "abc-1",
                new BigDecimal("0.123456789012345678901"),
                "def-2",
                new BigDecimal("1.5E-7"),
                "ghi-3",
                BigDecimal.ZERO));
    assertThat(card.unitPrice("Abc-1")).contains(new BigDecimal("0.123456789012345678901"));
  }

  @Test
  void anotherSheetIsAnotherVersion() {
    String sheet = "meterId,unitPrice,currency\na,1,EUR\n";

    assertThat(read(sheet).version()).isEqualTo(read(sheet).version()).hasSize(64);
    assertThat(read(sheet + "b,1,EUR\n").version()).isNotEqualTo(read(sheet).version());
  }

  @Test
  void ignoresAByteOrderMark() {
    assertThat(read("\uFEFFmeterId,unitPrice,currency\na,1,EUR\n").unitPrice("a")).isPresent();
  }

  @Test
  void namesEveryLineThatIsWrong() {
    var bad =
        catchThrowableOfType(
            BadPriceSheet.class,
            () ->
                read(
                    """
                    meterId,unitPrice,currency,unit
                    a,1,EUR,1 Hour
                    ,1,EUR,1 Hour
                    b,"1,5",EUR,1 Hour
                    c,-1,EUR,"1
                    Hour"
                    d,1,EURO,1 Hour
                    e,1,USD,1 Hour
                    A,2,EUR,1 Hour
                    f
                    """));

    assertThat(bad.faults())
        .containsExactly(
            "line 3: there is no meter id",
            "line 4: '1,5' is no price, such as 0.0125",
            "line 5: '-1' is no price, such as 0.0125",
            "line 7: 'EURO' is no currency of ISO 4217",
            "line 8: the sheet is in EUR, not in USD",
            "line 9: the meter 'a' has a price already",
            "line 10: '' is no price, such as 0.0125",
            "line 10: '' is no currency of ISO 4217");
  }

  @Test
  void refusesWhatIsNoSheet() {
    assertThatThrownBy(() -> read("meter,price\na,1\n"))
        .hasMessage(
            "line 1: there is no column meterId; line 1: there is no column unitPrice; line 1:"
                + " there is no column currency");
    assertThatThrownBy(() -> read("meterId,unitPrice,currency\n"))
        .hasMessage("line 1: the sheet has no price");
    assertThatThrownBy(() -> read("")).isInstanceOf(BadPriceSheet.class);
    assertThatThrownBy(() -> PriceSheet.read(new byte[] {'a', (byte) 0xC3, (byte) 0x28}))
        .hasMessage("line 1: the sheet is not UTF-8");
  }

  private static RateCard read(String sheet) {
    return PriceSheet.read(sheet.getBytes(StandardCharsets.UTF_8));
  }
}
