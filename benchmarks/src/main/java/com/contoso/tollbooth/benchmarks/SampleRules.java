package com.contoso.tollbooth.benchmarks;

/** A rules file as a company of some departments may have: conditions and targets of each kind. */
final class SampleRules {
  private SampleRules() {}

  static String of(int count) {
    var rules = new StringBuilder("rules:\n");
    for (int n = 0; n < count - 5; n++) {
      rules.append(
          switch (n % 3) {
            case 0 -> "  - when: {tag: app=app-%d}\n    charge: App %d\n".formatted(n % 30, n);
            case 1 ->
                "  - when: {resourceGroup: [rg-%d*, rg-hub-%d]}\n    charge: Group %d\n"
                    .formatted(100 + n, n, n);
            default -> "  - when: {costCenter: cc-%d}\n    charge: \"{costCenter}\"\n".formatted(n);
          });
    }
    return rules
        + """
          - when: {service: Storage, department: Department 1}
            split:
              proportional: [App 0, App 3, Group 1]
          - when: {department: [Department 2, Department 3]}
            split:
              even: [Tolling, Finance, App 0]
          - when: {subscription: Subscription 1*}
            charge: "{department}"
          - when: {department: Department 4}
            split:
              fixed: {Tolling: 0.6, Finance: 0.4}
          - when: {department: Department 5, service: Virtual*}
            charge: Research
        """;
  }
}
