package com.contoso.tollbooth;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The house rules as rules; every module checks its own classes against them. */
public final class ArchitectureRules {
  private static final Set<String> ROOMS =
      Set.of("recognition", "routing", "registry", "review", "billing", "reconciliation", "usage");

  private static final Set<String> USAGE_STEPS =
      Set.of("control", "retrieve", "split", "ledger", "chargeback", "focus", "forecast");

  private static final Pattern VAGUE =
      Pattern.compile(".*(Manager|Helper|Util|Utils|Impl|Info|Data)");

  private ArchitectureRules() {}

  /** Core is pure: no cloud, batch, web, mail or database. */
  public static ArchRule coreIsPure(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "com.azure..",
            "com.microsoft..",
            "org.springframework.batch..",
            "org.springframework.web..",
            "org.springframework.jdbc..",
            "org.springframework.mail..",
            "jakarta..",
            "java.sql..",
            "javax.sql..",
            "java.net.http..");
  }

  /**
   * A room imports {@code plate} and no other room; {@code plate} and {@code usage} import none.
   */
  public static List<ArchRule> roomsKeepApart(String root) {
    return roomsKeepApart(root, ROOMS);
  }

  /** A step of the usage pipeline imports the words of {@code usage} and no other step. */
  public static List<ArchRule> usageStepsKeepApart(String root) {
    return roomsKeepApart(root + ".usage", USAGE_STEPS);
  }

  /** None of the rooms imports another of them. */
  public static List<ArchRule> roomsKeepApart(String root, Set<String> rooms) {
    return rooms.stream().map(room -> keepsApart(root, room, rooms)).toList();
  }

  private static ArchRule keepsApart(String root, String room, Set<String> rooms) {
    String[] others =
        rooms.stream()
            .filter(other -> !other.equals(room))
            .map(other -> root + "." + other + "..")
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(root + "." + room + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .allowEmptyShould(true);
  }

  public static ArchRule plateImportsNobody(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + ".plate..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            ROOMS.stream().map(room -> root + "." + room + "..").toArray(String[]::new));
  }

  public static ArchRule usageKnowsNoPlates(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + ".usage..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(root + ".plate..")
        .allowEmptyShould(true);
  }

  /** Only messages, ports, settings and configurations are public: no public class with logic. */
  public static ArchRule functionsAreHidden(String root) {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .implement(java.util.function.Function.class)
        .or()
        .implement(java.util.function.Consumer.class)
        .or()
        .implement(java.util.function.Supplier.class)
        .should()
        .notBePublic()
        .allowEmptyShould(true);
  }

  public static ArchRule namesSaySomething(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .haveNameMatching(VAGUE.pattern())
        .orShould()
        .resideInAnyPackage("..util..", "..common..", "..helper..", "..impl..");
  }

  /** Time comes from a clock that a test can set, settings from configuration records. */
  public static ArchRule timeAndSettingsAreGiven(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "getenv", String.class);
  }

  /** Ports are interfaces that speak the domain, without suffix. */
  public static ArchRule noPortSuffix(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .haveSimpleNameEndingWith("Port");
  }

  public static ArchRule dataIsImmutable(String root) {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should(
            new ArchCondition<JavaClass>("have no setter") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                type.getMethods().stream()
                    .filter(method -> method.getName().matches("set[A-Z].*"))
                    .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                    .forEach(
                        method ->
                            events.add(
                                SimpleConditionEvent.violated(
                                    type, method.getFullName() + " is a setter")));
              }
            });
  }
}
