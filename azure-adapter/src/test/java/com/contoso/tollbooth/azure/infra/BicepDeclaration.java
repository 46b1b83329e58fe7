package com.contoso.tollbooth.azure.infra;

/**
 * A statement of a Bicep file.
 *
 * @param keyword {@code param}, {@code var}, {@code module} and so on
 * @param type what stands between name and equals sign: a type, or a path in its quotes
 * @param value {@code null} if it has none
 */
record BicepDeclaration(String keyword, String name, String type, BicepValue value, int line) {

  /** A parameter that whoever uses the file may leave out. */
  boolean optional() {
    return value != null || type.endsWith("?");
  }

  /** The path or resource type without its quotes. */
  String target() {
    int quote = type.indexOf('\'');
    return type.substring(quote + 1, type.indexOf('\'', quote + 1));
  }
}
