package com.contoso.tollbooth.routing;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Characters that OCR and people take for one another on plates. */
final class LookAlikes {
  private static final List<String> GROUPS =
      List.of(
          "0OQD", "1IL", "1T", "I7", "2Z", "5S", "8B", "6G", "3B", "38", "4A", "71", "7T", "7Z",
          "UV", "VY", "CG", "0C", "0G", "EF", "PR", "MN", "HN", "HM", "KX", "9P", "VW", "UJ", "B6",
          "80");

  private LookAlikes() {}

  static boolean are(char one, char other) {
    return GROUPS.stream().anyMatch(group -> group.indexOf(one) >= 0 && group.indexOf(other) >= 0);
  }

  /** The texts that differ from this one in a single look-alike. */
  static Set<String> of(String text) {
    Set<String> others = new HashSet<>();
    for (int i = 0; i < text.length(); i++) {
      for (String group : GROUPS) {
        if (group.indexOf(text.charAt(i)) >= 0) {
          for (char other : group.toCharArray()) {
            others.add(text.substring(0, i) + other + text.substring(i + 1));
          }
        }
      }
    }
    others.remove(text);
    return others;
  }
}
