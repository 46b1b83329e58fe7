package com.contoso.tollbooth.sources;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Puts partitions together to one CSV with one header, and counts as they pass. */
final class CsvPartitions {
  private static final int LONGEST_HEADER = 64 * 1024;
  private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final OutputStream out;
  private byte @Nullable [] header;
  private long allBytes;
  private long allRows;

  CsvPartitions(OutputStream out) {
    this.out = out;
  }

  long bytes() {
    return allBytes;
  }

  long rows() {
    return allRows;
  }

  /** Appends a partition, packed or not, and holds it to what the manifest says of it. */
  void append(Manifest.Blob blob, InputStream stored) throws IOException {
    var counted = new Counted(stored);
    long rows = rows(blob.name(), plain(counted));
    counted.transferTo(OutputStream.nullOutputStream());
    agree(blob.name(), "byteCount", blob.bytes(), counted.bytes);
    agree(blob.name(), "dataRowCount", blob.rows(), rows);
    allBytes += counted.bytes;
    allRows += rows;
  }

  /** Throws unless the manifest says so, or says nothing. */
  static void agree(String where, String what, long said, long found) throws IOException {
    if (said >= 0 && said != found) {
      throw new IOException(
          "%s: the manifest says %s %d, and there are %d".formatted(where, what, said, found));
    }
  }

  private long rows(String name, InputStream csv) throws IOException {
    byte[] head = header(name, csv);
    if (head.length == 0) {
      return 0;
    }
    if (header == null) {
      header = head;
      out.write(head);
      out.write('\n');
    } else if (!Arrays.equals(header, head)) {
      throw new IOException(name + ": its header is not that of the partitions before it");
    }
    var counter = new RowCounter();
    byte[] buffer = new byte[64 * 1024];
    for (int read = csv.read(buffer); read >= 0; read = csv.read(buffer)) {
      counter.count(buffer, 0, read);
      out.write(buffer, 0, read);
    }
    if (counter.withinQuotes()) {
      throw new IOException(name + ": it ends within quotes");
    }
    if (counter.withinRow()) {
      out.write('\n');
    }
    return counter.rows();
  }

  /** The first row, without mark and line break. */
  private static byte[] header(String name, InputStream csv) throws IOException {
    var row = new ByteArrayOutputStream();
    var counter = new RowCounter();
    for (int next = csv.read(); next >= 0; next = csv.read()) {
      counter.count((byte) next);
      if (counter.ended() > 0) {
        endLine(csv, next);
        break;
      }
      if (counter.withinRow()) {
        row.write(next);
      }
      if (row.size() > LONGEST_HEADER) {
        throw new IOException(name + ": its first row is too long for a header");
      }
    }
    byte[] head = row.toByteArray();
    boolean marked = head.length >= 3 && Arrays.equals(head, 0, 3, MARK, 0, 3);
    return marked ? Arrays.copyOfRange(head, 3, head.length) : head;
  }

  /** Takes the second half of a line break of two characters. */
  private static void endLine(InputStream csv, int last) throws IOException {
    csv.mark(1);
    if (last != '\r' || csv.read() != '\n') {
      csv.reset();
    }
  }

  /** What is packed, unpacked; told by its first two bytes. */
  static InputStream plain(InputStream stored) throws IOException {
    var buffered = new BufferedInputStream(stored, 64 * 1024);
    buffered.mark(2);
    byte[] magic = buffered.readNBytes(2);
    buffered.reset();
    boolean packed = magic.length == 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b;
    return packed ? new BufferedInputStream(new GZIPInputStream(buffered, 64 * 1024)) : buffered;
  }

  private static final class Counted extends FilterInputStream {
    private long bytes;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      bytes += one < 0 ? 0 : 1;
      return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int taken = super.read(buffer, offset, length);
      bytes += Math.max(taken, 0);
      return taken;
    }
  }
}
