package com.contoso.tollbooth.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.ArchitectureRules;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The rules of the house are proven by violations in core's tests. */
class ApiArchitectureTests {
  private static final String ROOT = "com.contoso.tollbooth.api";
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void knowsNoServletNoWebFrameworkAndNoCloud() {
    assertThat(HOUSE).isNotEmpty();
    ArchitectureRules.coreIsPure(ROOT).check(HOUSE);
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework.http..", "org.apache..", "reactor..")
        .check(HOUSE);
  }

  @Test
  void knowsNoHost() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.contoso.tollbooth.local..", "com.contoso.tollbooth.azure..")
        .check(HOUSE);
  }

  @Test
  void keepsTheHouseRules() {
    ArchitectureRules.functionsAreHidden(ROOT).check(HOUSE);
    ArchitectureRules.namesSaySomething(ROOT).check(HOUSE);
    ArchitectureRules.timeAndSettingsAreGiven(ROOT).check(HOUSE);
    ArchitectureRules.dataIsImmutable(ROOT).check(HOUSE);
  }
}
