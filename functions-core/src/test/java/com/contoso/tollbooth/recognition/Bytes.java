package com.contoso.tollbooth.recognition;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** A photo's content held in memory. */
@SuppressWarnings("ArrayRecordComponent")
record Bytes(byte[] bytes) implements PhotoContent {
  static Bytes image(int width, int height, String format) {
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR), format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Bytes(out.toByteArray());
  }

  /** The header of a JPEG that claims a size, with hardly anything in it. */
  static Bytes jpegOf(int width, int height) {
    return new Bytes(
        ByteBuffer.allocate(27)
            .putShort((short) 0xffd8)
            .putShort((short) 0xffc0)
            .putShort((short) 11)
            .put((byte) 8)
            .putShort((short) height)
            .putShort((short) width)
            .put((byte) 1)
            .put(new byte[3])
            .putShort((short) 0xffda)
            .putShort((short) 2)
            .put(new byte[5])
            .putShort((short) 0xffd9)
            .array());
  }

  Bytes first(int count) {
    return new Bytes(Arrays.copyOf(bytes, count));
  }

  @Override
  public InputStream open() {
    return new ByteArrayInputStream(bytes);
  }

  @Override
  public long size() {
    return bytes.length;
  }
}
