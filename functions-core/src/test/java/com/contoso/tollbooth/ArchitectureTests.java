package com.contoso.tollbooth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTests {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("com.contoso.tollbooth");

  /** Classes that break each rule once, to show that it catches them. */
  private static final JavaClasses OUTLAWS =
      new ClassFileImporter().importPackages("com.contoso.outlaw");

  static Stream<Function<String, List<ArchRule>>> rules() {
    return Stream.of(
        root -> List.of(ArchitectureRules.coreIsPure(root)),
        ArchitectureRules::roomsKeepApart,
        ArchitectureRules::usageStepsKeepApart,
        root -> List.of(ArchitectureRules.plateImportsNobody(root)),
        root -> List.of(ArchitectureRules.usageKnowsNoPlates(root)),
        root -> List.of(ArchitectureRules.functionsAreHidden(root)),
        root -> List.of(ArchitectureRules.namesSaySomething(root)),
        root -> List.of(ArchitectureRules.timeAndSettingsAreGiven(root)),
        root -> List.of(ArchitectureRules.noPortSuffix(root)),
        root -> List.of(ArchitectureRules.dataIsImmutable(root)));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theHouseKeepsTheRule(Function<String, List<ArchRule>> rule) {
    assertThat(HOUSE).isNotEmpty();
    rule.apply("com.contoso.tollbooth").forEach(each -> each.check(HOUSE));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theRuleCatchesItsViolation(Function<String, List<ArchRule>> rule) {
    assertThatThrownBy(() -> rule.apply("com.contoso.outlaw").forEach(each -> each.check(OUTLAWS)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("com.contoso.outlaw");
  }
}
