package com.contoso.tollbooth.azure.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Whether the roles that infra gives are the ones it names. */
class RoleNamesTests {
  private static final BicepFile ROLES = Repository.template("modules/roles.bicep");

  /** Azure's built-in roles, with the ids that Microsoft documents. */
  private static final Map<String, String> BUILT_IN =
      Map.of(
          "Storage Blob Data Contributor", "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
          "Storage Blob Data Owner", "b7e6dc6d-f1e8-4753-8033-0f276bb0955b",
          "Storage Queue Data Contributor", "974c5e8b-45b9-4653-ba55-5f855dd0fb88",
          "Storage Queue Data Message Sender", "c6a89b2d-59bc-44d0-9896-0f6e12d7b80a",
          "EventGrid Data Sender", "d5a91429-5739-47e2-a06b-3470a27159e7",
          "Cognitive Services User", "a97b65f3-24c7-4388-baec-2e87135dc908",
          "Key Vault Secrets User", "4633458b-17de-408a-b874-0445c86b69e6",
          "Monitoring Metrics Publisher", "3913510d-42f4-4e42-8a64-420c390055eb");

  /** Cosmos DB's own kind of role: Cosmos DB Built-in Data Contributor. */
  private static final String COSMOS_DATA_CONTRIBUTOR = "00000000-0000-0000-0000-000000000002";

  @Test
  void namesAreThoseOfTheIds() {
    var named = new TreeMap<String, String>();
    ROLES
        .value("var", "roleIds")
        .fields()
        .forEach((name, id) -> named.put(name.toLowerCase(Locale.ROOT), id.text()));
    var documented = new TreeMap<String, String>();
    BUILT_IN.forEach(
        (name, id) -> documented.put(name.replace(" ", "").toLowerCase(Locale.ROOT), id));

    assertThat(named).isEqualTo(documented);
    assertThat(ROLES.value("var", "cosmosDataContributor").text())
        .isEqualTo(COSMOS_DATA_CONTRIBUTOR);
  }

  @Test
  void everyRoleIsGivenAndNoOtherId() {
    String infra = Repository.texts(Repository.INFRA, ".bicep");
    var known = new TreeSet<>(BUILT_IN.values());
    known.add(COSMOS_DATA_CONTRIBUTOR);

    assertThat(Repository.found("roleDefinitions', roleIds\\.(\\w+)", infra))
        .isEqualTo(new TreeSet<>(ROLES.value("var", "roleIds").fields().keySet()));
    assertThat(Repository.found("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})", infra))
        .isEqualTo(known);
  }

  /** An assignment's name says which role it gives, so that another role is another assignment. */
  @Test
  void assignmentsAreNamedAfterTheirRole() {
    for (BicepDeclaration assignment : ROLES.all("resource")) {
      if (assignment.type().contains("Microsoft.Authorization/roleAssignments")) {
        BicepValue value = assignment.value();
        String role =
            Repository.found("(roleIds\\.\\w+)", value.get("properties", "roleDefinitionId").text())
                .iterator()
                .next();
        assertThat(value.get("name").text()).as(assignment.name()).endsWith(", " + role + ")");
      }
    }
  }
}
