package com.contoso.tollbooth.azure;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.contoso.tollbooth.ArchitectureRules;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AzureServicesArchitectureTests {
  private static final String ROOT = "com.contoso.tollbooth.azure";

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void adaptersNeverImportOneAnother() {
    ArchitectureRules.roomsKeepApart(
            ROOT, Set.of("storage", "events", "vision", "cosmos", "usage", "mail", "vault"))
        .forEach(rule -> rule.check(classes));
  }

  /** Whatever runs the adapters wires them: none brings the host of another along. */
  @Test
  void leavesWiringToTheHosts() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "com.microsoft.azure.functions..",
            "org.springframework.context..",
            "org.springframework.boot.autoconfigure..")
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
