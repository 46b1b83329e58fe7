package com.contoso.tollbooth.azure.testkit.cosmos;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;

/**
 * The service's own ids ({@code _rid}): four bytes of database, four of container with the highest
 * bit set, eight of document, in a base64 that has {@code -} for {@code /}.
 */
final class ResourceIds {
  private static final int CONTAINER = 0x8000_0000;
  private static final long RANGE = 0x5000_0000_0000_0000L;

  private ResourceIds() {}

  static String database(int number) {
    return text(ByteBuffer.allocate(4).putInt(number).array());
  }

  static String container(int database, int number) {
    return text(ByteBuffer.allocate(8).putInt(database).putInt(CONTAINER | number).array());
  }

  static String document(String container, long number) {
    return inside(container, number);
  }

  static String range(String container, long number) {
    return inside(container, RANGE | number);
  }

  private static String inside(String container, long number) {
    byte[] owner = Base64.getDecoder().decode(container.replace('-', '/'));
    return text(
        ByteBuffer.allocate(16).put(owner).order(ByteOrder.LITTLE_ENDIAN).putLong(number).array());
  }

  private static String text(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes).replace('/', '-');
  }
}
