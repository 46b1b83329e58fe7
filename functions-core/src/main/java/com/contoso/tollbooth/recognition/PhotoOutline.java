package com.contoso.tollbooth.recognition;

import com.contoso.tollbooth.plate.PhotoRefused;
import com.contoso.tollbooth.plate.PhotoRefused.Reason;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * What a photo's bytes say of it without being decoded. Walks the whole file once, so that one
 * whose end is missing is found out, and holds none of it.
 *
 * @param progressive whether a decoder must hold it whole
 */
record PhotoOutline(PhotoFormat format, int width, int height, boolean progressive) {
  private static final int JPEG = 0xffd8;
  private static final int PNG_HIGH = 0x8950;
  private static final long PNG_REST = 0x4e470d0a1a0aL;
  private static final int HEADER = 0x49484452;
  private static final int END = 0x49454e44;

  static PhotoOutline of(InputStream bytes) throws IOException {
    var in = new DataInputStream(new BufferedInputStream(bytes, 1 << 16));
    int magic;
    try {
      magic = in.readUnsignedShort();
    } catch (EOFException e) {
      throw new PhotoRefused(Reason.NOT_AN_IMAGE, "it is neither JPEG nor PNG", e);
    }
    try {
      if (magic == JPEG) {
        return jpeg(in);
      }
      if (magic == PNG_HIGH
          && ((long) in.readUnsignedShort() << 32 | readUnsigned(in)) == PNG_REST) {
        return png(in);
      }
    } catch (EOFException e) {
      throw new PhotoRefused(Reason.TRUNCATED, "its end is missing", e);
    }
    throw new PhotoRefused(Reason.NOT_AN_IMAGE, "it is neither JPEG nor PNG");
  }

  private static PhotoOutline jpeg(DataInputStream in) throws IOException {
    PhotoOutline outline = null;
    boolean scanned = false;
    for (int marker = nextMarker(in); ; marker = nextMarker(in)) {
      if (marker == 0xd9) {
        if (outline == null || !scanned) {
          throw new PhotoRefused(Reason.NOT_AN_IMAGE, "a JPEG without a picture");
        }
        return outline;
      }
      if (isFrame(marker)) {
        int length = in.readUnsignedShort();
        in.readUnsignedByte();
        int height = in.readUnsignedShort();
        int width = in.readUnsignedShort();
        outline = new PhotoOutline(PhotoFormat.JPEG, width, height, marker == 0xc2);
        skip(in, length - 7L);
      } else if (hasLength(marker)) {
        scanned |= marker == 0xda;
        skip(in, in.readUnsignedShort() - 2L);
      }
    }
  }

  /** The next marker, whatever lies before it. */
  private static int nextMarker(DataInputStream in) throws IOException {
    while (true) {
      int value = in.readUnsignedByte();
      while (value == 0xff) {
        value = in.readUnsignedByte();
        if (value != 0xff && value != 0) {
          return value;
        }
      }
    }
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }

  private static boolean hasLength(int marker) {
    return marker >= 0xc0 && !(marker >= 0xd0 && marker <= 0xd8);
  }

  private static PhotoOutline png(DataInputStream in) throws IOException {
    PhotoOutline outline = null;
    while (true) {
      long length = readUnsigned(in);
      int type = in.readInt();
      if (outline == null) {
        if (type != HEADER || length < 13) {
          throw new PhotoRefused(Reason.NOT_AN_IMAGE, "a PNG without a header");
        }
        outline = new PhotoOutline(PhotoFormat.PNG, in.readInt(), in.readInt(), false);
        length -= 8;
      }
      skip(in, length + 4);
      if (type == END) {
        return outline;
      }
    }
  }

  private static long readUnsigned(DataInputStream in) throws IOException {
    return in.readInt() & 0xffffffffL;
  }

  private static void skip(DataInputStream in, long count) throws IOException {
    if (count < 0) {
      throw new PhotoRefused(Reason.NOT_AN_IMAGE, "its parts contradict each other");
    }
    in.skipNBytes(count);
  }
}
