package org.cscc.incidents.feed;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * What comes out of a compressed file, with an end: a small file that unpacks without end would
 * fill the disk. Text of a feed shrinks to a fifth or a tenth; a bomb to a thousandth.
 */
final class Unpacked extends InputStream {
  /** Most bytes that come out of one file: 16 GiB, eight times the City's whole list. */
  static final long MOST = 16L << 30;

  /** Most bytes out for one byte in. */
  static final int RATIO = 150;

  /** So much may come out at any ratio: a file of equal rows is no attack. */
  static final long FREE = 64L << 20;

  /** It unpacks to more than a feed can be. */
  static final class Bomb extends IOException {
    Bomb() {
      super("The file unpacks to more than a feed can be");
    }
  }

  private final Counting packed;
  private final GZIPInputStream unpacked;
  private final long most;
  private final long free;
  private long out;

  Unpacked(InputStream in, int buffer) throws IOException {
    this(in, buffer, MOST, FREE);
  }

  Unpacked(InputStream in, int buffer, long most, long free) throws IOException {
    this.packed = new Counting(in);
    this.unpacked = new GZIPInputStream(packed, buffer);
    this.most = most;
    this.free = free;
  }

  @Override
  public int read() throws IOException {
    int one = unpacked.read();
    if (one >= 0) {
      count(1);
    }
    return one;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int read = unpacked.read(bytes, from, length);
    if (read > 0) {
      count(read);
    }
    return read;
  }

  private void count(int bytes) throws Bomb {
    out += bytes;
    if (out > most || (out > free && out > packed.count * RATIO)) {
      throw new Bomb();
    }
  }

  @Override
  public void close() throws IOException {
    unpacked.close();
  }

  private static final class Counting extends FilterInputStream {
    private long count;

    Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count += one < 0 ? 0 : 1;
      return one;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = super.read(bytes, from, length);
      count += Math.max(read, 0);
      return read;
    }
  }
}
