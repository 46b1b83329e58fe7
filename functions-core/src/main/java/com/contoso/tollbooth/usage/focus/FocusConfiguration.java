package com.contoso.tollbooth.usage.focus;

import com.contoso.tollbooth.usage.Enrollments;
import com.contoso.tollbooth.usage.LedgerReader;
import com.contoso.tollbooth.usage.ReportFiles;
import com.contoso.tollbooth.usage.ReportManifest;
import com.contoso.tollbooth.usage.RunId;
import com.contoso.tollbooth.usage.UsageFiles;
import com.contoso.tollbooth.usage.UsageMonth;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The FOCUS export, in every format for which there is a writer. */
@Configuration(proxyBeanMethods = false)
public class FocusConfiguration {
  @Bean
  FocusWriter csvFocusWriter() {
    return new CsvFocusWriter();
  }

  @Bean
  Function<FocusExport, ReportManifest> exportFocus(
      LedgerReader ledger,
      Enrollments enrollments,
      Function<UsageMonth, Set<RunId>> restatingRuns,
      UsageFiles files,
      List<FocusWriter> writers) {
    return new ExportFocus(ledger, enrollments, restatingRuns, new ReportFiles(files), writers);
  }
}
