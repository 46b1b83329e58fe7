package com.contoso.tollbooth.local.intake;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** What a file looks like from outside, before anybody reads it as a photo. */
final class PhotoFile {
  private static final Set<String> IMAGE_ENDINGS =
      Set.of("jpg", "jpeg", "png", "gif", "bmp", "webp", "tif", "tiff", "heic", "avif");
  private static final int TAIL = 64;

  private PhotoFile() {}

  /** Hidden files are work in progress of some copying tool, or our own. */
  static boolean hidden(Path file) {
    return file.getFileName().toString().startsWith(".");
  }

  static boolean namedAsImage(Path file) {
    String name = file.getFileName().toString();
    return IMAGE_ENDINGS.contains(
        name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }

  static boolean startsAsImage(Path file) throws IOException {
    try (var in = new RandomAccessFile(file.toFile(), "r")) {
      return in.length() >= 4 && isJpeg(in) | isPng(in);
    }
  }

  /** Whether it ends as its format ends: a JPEG with its end marker, a PNG with its last chunk. */
  static boolean looksWhole(Path file) throws IOException {
    try (var in = new RandomAccessFile(file.toFile(), "r")) {
      if (in.length() < TAIL) {
        return false;
      }
      byte[] tail = new byte[TAIL];
      boolean jpeg = isJpeg(in);
      boolean png = isPng(in);
      in.seek(in.length() - TAIL);
      in.readFully(tail);
      if (jpeg) {
        return contains(tail, (byte) 0xFF, (byte) 0xD9);
      }
      return png && contains(tail, (byte) 'I', (byte) 'E', (byte) 'N', (byte) 'D');
    }
  }

  private static boolean isJpeg(RandomAccessFile in) throws IOException {
    in.seek(0);
    return in.readUnsignedByte() == 0xFF && in.readUnsignedByte() == 0xD8;
  }

  private static boolean isPng(RandomAccessFile in) throws IOException {
    in.seek(0);
    return in.readInt() == 0x89504E47;
  }

  private static boolean contains(byte[] bytes, byte... wanted) {
    for (int start = 0; start + wanted.length <= bytes.length; start++) {
      int matched = 0;
      while (matched < wanted.length && bytes[start + matched] == wanted[matched]) {
        matched++;
      }
      if (matched == wanted.length) {
        return true;
      }
    }
    return false;
  }
}
