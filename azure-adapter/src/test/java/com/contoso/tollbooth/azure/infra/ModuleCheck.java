package com.contoso.tollbooth.azure.infra;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Holds what a Bicep file passes to others, and takes from them, against what they declare. */
final class ModuleCheck {
  private final BicepFile file;
  private final List<String> faults = new ArrayList<>();

  private ModuleCheck(BicepFile file) {
    this.file = file;
  }

  static List<String> faults(BicepFile file) {
    var check = new ModuleCheck(file);
    file.all("module").forEach(check::module);
    file.all("using").forEach(check::parameterFile);
    return check.faults;
  }

  private void module(BicepDeclaration module) {
    BicepFile target = target(module);
    if (target == null) {
      return;
    }
    Set<String> passed =
        module.value().fields().containsKey("params")
            ? module.value().get("params").fields().keySet()
            : Set.of();
    compare(module, passed, target);
    Set<String> outputs = target.names("output", any -> true);
    Set<String> taken =
        Repository.found(
            "\\b" + module.name() + "!?\\.outputs\\.(\\w+)", Repository.text(file.path()));
    for (String output : minus(taken, outputs)) {
      fault(module, "has no output " + output);
    }
  }

  private void parameterFile(BicepDeclaration using) {
    BicepFile target = target(using);
    if (target != null) {
      compare(using, file.names("param", any -> true), target);
    }
  }

  private BicepFile target(BicepDeclaration user) {
    Path path = file.path().resolveSibling(user.target());
    if (Files.exists(path)) {
      return BicepFile.read(path);
    }
    fault(user, "does not exist");
    return null;
  }

  private void compare(BicepDeclaration user, Set<String> passed, BicepFile target) {
    for (String missing : minus(target.names("param", it -> !it.optional()), passed)) {
      fault(user, "is not given " + missing);
    }
    for (String unknown : minus(passed, target.names("param", any -> true))) {
      fault(user, "declares no " + unknown);
    }
  }

  private static Set<String> minus(Set<String> all, Set<String> those) {
    var rest = new TreeSet<>(all);
    rest.removeAll(those);
    return rest;
  }

  private void fault(BicepDeclaration user, String what) {
    faults.add(
        "%s, line %d: %s %s"
            .formatted(file.path().getFileName(), user.line(), user.target(), what));
  }
}
