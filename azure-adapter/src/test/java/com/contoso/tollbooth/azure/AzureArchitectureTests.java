package com.contoso.tollbooth.azure;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.contoso.tollbooth.ArchitectureRules;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AzureArchitectureTests {
  private static final String ROOT = "com.contoso.tollbooth.azure";

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages(ROOT);

  @Test
  void adaptersNeverImportOneAnother() {
    ArchitectureRules.roomsKeepApart(
            ROOT,
            Set.of("storage", "events", "vision", "cosmos", "usage", "mail", "vault", "batch"))
        .forEach(rule -> rule.check(classes));
  }

  @Test
  void seesNoOtherHost() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.contoso.tollbooth.local..", "com.contoso.tollbooth.ocr..")
        .check(classes);
  }

  @Test
  void handlersBindAndTranslateOnly() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".handlers..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.azure..", ROOT + ".cosmos..", ROOT + ".storage..")
        .check(classes);
  }

  @Test
  void keepsTheHouseRules() {
    ArchitectureRules.namesSaySomething(ROOT).check(classes);
    ArchitectureRules.timeAndSettingsAreGiven(ROOT).check(classes);
    ArchitectureRules.noPortSuffix(ROOT).check(classes);
    ArchitectureRules.dataIsImmutable(ROOT).check(classes);
  }
}
