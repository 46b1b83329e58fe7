package com.contoso.tollbooth.local.usage.simulator;

/**
 * What is sent.
 *
 * @param version its name, for those who want to resume it
 * @param places of the report it is from: of many, nobody counts the bytes before they are sent
 */
record Payload(String type, String version, long places, Body body) {
  private static final long MANY = 200_000;

  boolean isLarge() {
    return places > MANY;
  }
}
