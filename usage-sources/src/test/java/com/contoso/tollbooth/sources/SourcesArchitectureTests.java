package com.contoso.tollbooth.sources;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.ArchitectureRules;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The rules themselves are proven by violations in core's tests. */
class SourcesArchitectureTests {
  private static final String ROOT = "com.contoso.tollbooth.sources";
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void namesSaySomethingAndTimeIsGiven() {
    assertThat(HOUSE).isNotEmpty();
    ArchitectureRules.namesSaySomething(ROOT).check(HOUSE);
    ArchitectureRules.timeAndSettingsAreGiven(ROOT).check(HOUSE);
  }

  @Test
  void sourcesKnowNeitherPlatesNorAnyCloud() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.contoso.tollbooth.plate..", "com.azure..", "java.sql..")
        .check(HOUSE);
  }
}
