package com.contoso.tollbooth.usage.ledger;

import com.contoso.tollbooth.usage.Checksum;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A SHA-256 of fields, each with its length before it, so that no two lists of fields look alike.
 */
final class Sha256 {
  private static final int ABSENT = -1;

  private final MessageDigest digest = Checksum.begin();
  private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

  Sha256 text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    number(bytes.length);
    digest.update(bytes);
    return this;
  }

  /** By value, whatever its scale. */
  Sha256 decimal(@Nullable BigDecimal value) {
    return value == null ? number(ABSENT) : text(value.stripTrailingZeros().toString());
  }

  Sha256 texts(Map<String, String> texts) {
    number(texts.size());
    texts.forEach((name, value) -> text(name).text(value));
    return this;
  }

  Sha256 number(long value) {
    number.putLong(0, value);
    digest.update(number.array());
    return this;
  }

  Sha256 digest(Digest value) {
    return number(value.high()).number(value.low());
  }

  /** The digest of the fields since the last one. */
  Digest end() {
    return Digest.of(digest.digest());
  }
}
