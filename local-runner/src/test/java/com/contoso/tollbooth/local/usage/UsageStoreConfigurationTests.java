package com.contoso.tollbooth.local.usage;

import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.usage.LedgerReader;
import com.contoso.tollbooth.usage.UsageMonth;
import com.contoso.tollbooth.usage.ledger.LedgerConfiguration;
import com.contoso.tollbooth.usage.ledger.LedgerMonth;
import com.contoso.tollbooth.usage.ledger.MonthState;
import com.contoso.tollbooth.usage.ledger.SampleLines;
import com.contoso.tollbooth.usage.ledger.UsageLedger;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class UsageStoreConfigurationTests {
  @TempDir Path home;

  @Test
  void keepsTheLedgerInADatabaseOfItsOwnWhereNoOtherLooks() {
    var march11 = Clock.fixed(Instant.parse("2026-03-11T00:00:00Z"), ZoneOffset.UTC);
    new ApplicationContextRunner()
        .withPropertyValues("tollbooth.home=" + home)
        .withBean(Clock.class, () -> march11)
        .withUserConfiguration(UsageStoreConfiguration.class, LedgerConfiguration.class)
        .run(
            context -> {
              assertThat(context).hasSingleBean(UsageLedger.class);
              assertThat(context).hasSingleBean(LedgerReader.class);
              assertThat(context).doesNotHaveBean(DataSource.class);
              @SuppressWarnings("unchecked")
              var settleMonth = (Function<UsageMonth, LedgerMonth>) context.getBean("settleMonth");
              var month = new UsageMonth(SampleLines.ENROLLMENT, YearMonth.of(2026, 2));
              assertThat(settleMonth.apply(month).state()).isEqualTo(MonthState.CLOSED);
              context.getBean(UsageLedger.class).apply(SampleLines.day(1, List.of()));
            });

    assertThat(home.resolve("usage/ledger.db")).isNotEmptyFile();
  }
}
