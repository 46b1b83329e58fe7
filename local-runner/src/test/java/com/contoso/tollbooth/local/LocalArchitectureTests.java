package com.contoso.tollbooth.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.ArchitectureRules;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rules themselves are proven by violations in core's tests. */
class LocalArchitectureTests {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("com.contoso.tollbooth.local");

  @Test
  void noAdapterImportsAnother() {
    assertThat(HOUSE).isNotEmpty();
    ArchitectureRules.roomsKeepApart(
            "com.contoso.tollbooth.local",
            Set.of("broker", "drop", "intake", "mail", "ocr", "simulator", "store", "usage"))
        .forEach(rule -> rule.check(HOUSE));
  }

  @Test
  void namesSaySomethingAndTimeIsGiven() {
    ArchitectureRules.namesSaySomething("com.contoso.tollbooth.local").check(HOUSE);
    ArchitectureRules.timeAndSettingsAreGiven("com.contoso.tollbooth.local").check(HOUSE);
  }
}
