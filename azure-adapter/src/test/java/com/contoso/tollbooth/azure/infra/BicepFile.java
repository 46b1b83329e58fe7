package com.contoso.tollbooth.azure.infra;

import com.contoso.tollbooth.azure.infra.BicepValue.Each;
import com.contoso.tollbooth.azure.infra.BicepValue.Expression;
import com.contoso.tollbooth.azure.infra.BicepValue.Items;
import com.contoso.tollbooth.azure.infra.BicepValue.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Bicep file and what can be said of it without deploying it. */
record BicepFile(Path path, List<BicepDeclaration> declarations) {
  private static final Pattern INTERPOLATED = Pattern.compile("\\$\\{(\\w+)\\}");

  static BicepFile read(Path path) {
    try {
      return new BicepFile(path, BicepParser.parse(Files.readString(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (BicepFault e) {
      throw new IllegalArgumentException(path.getFileName() + ", " + e.getMessage(), e);
    }
  }

  List<BicepDeclaration> all(String keyword) {
    return declarations.stream().filter(it -> it.keyword().equals(keyword)).toList();
  }

  /** The value of the one declaration of that kind and name. */
  BicepValue value(String keyword, String name) {
    return all(keyword).stream()
        .filter(it -> it.name().equals(name))
        .map(BicepDeclaration::value)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(path + " has no " + keyword + " " + name));
  }

  Set<String> names(String keyword, Predicate<BicepDeclaration> which) {
    var names = new TreeSet<String>();
    all(keyword).stream().filter(which).map(BicepDeclaration::name).forEach(names::add);
    return names;
  }

  /** The {@code name} of each resource that a loop, or a single declaration, makes. */
  Set<String> namesMadeBy(BicepValue resource) {
    var names = new HashSet<String>();
    if (resource instanceof Each(String variable, BicepValue source, BicepValue body)) {
      for (BicepValue item : ((Items) source).values()) {
        names.add(resolve(body.get("name"), Map.of(variable, item)));
      }
    } else {
      names.add(resolve(resource.get("name"), Map.of()));
    }
    return names;
  }

  /** The text of a value once the variables in it are put in. */
  String resolve(BicepValue value) {
    return resolve(value, Map.of());
  }

  private String resolve(BicepValue value, Map<String, BicepValue> bound) {
    return switch (value) {
      case Text(String raw) -> {
        Matcher found = INTERPOLATED.matcher(raw);
        yield found.replaceAll(
            name -> Matcher.quoteReplacement(resolve(new Expression(name.group(1)), bound)));
      }
      case Expression(String code) ->
          bound.containsKey(code)
              ? resolve(bound.get(code), Map.of())
              : resolve(value("var", code), bound);
      case BicepValue other -> throw new IllegalArgumentException(other + " is no text");
    };
  }
}
