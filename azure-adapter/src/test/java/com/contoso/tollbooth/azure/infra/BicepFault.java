package com.contoso.tollbooth.azure.infra;

/** What is wrong in a Bicep file, and where. */
final class BicepFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BicepFault(int line, String what) {
    super("line " + line + ": " + what);
  }
}
