package org.cscc.evidence;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Which way a camera was held, the one thing that is read of what it wrote beside the pixels (Exif
 * 2.3, tag 0x0112, values 1 to 8): without it, a photo taken upright would lie on its side.
 */
record Turning(int value) {
  static final Turning NONE = new Turning(1);

  private static final int TAG = 0x0112;

  /** Of a JPEG; upright where nothing else is said, or what is said makes no sense. */
  static Turning of(byte[] jpeg) {
    try {
      ByteBuffer file = ByteBuffer.wrap(jpeg);
      int at = 2;
      while (at + 4 < jpeg.length && (file.getShort(at) & 0xff00) == 0xff00) {
        int marker = file.getShort(at) & 0xffff;
        int length = file.getShort(at + 2) & 0xffff;
        if (marker == 0xffda) {
          return NONE;
        }
        if (marker == 0xffe1 && file.getInt(at + 4) == 0x45786966) {
          return exif(file.slice(at + 10, length - 8));
        }
        at += 2 + length;
      }
      return NONE;
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      return NONE;
    }
  }

  private static Turning exif(ByteBuffer tiff) {
    tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int entry = tiff.getInt(4) + 2;
    for (int left = tiff.getShort(entry - 2) & 0xffff; left > 0; left--, entry += 12) {
      if ((tiff.getShort(entry) & 0xffff) == TAG) {
        int value = tiff.getShort(entry + 8);
        return value >= 1 && value <= 8 ? new Turning(value) : NONE;
      }
    }
    return NONE;
  }

  /** Whether width and height change places. */
  boolean sideways() {
    return value >= 5;
  }

  /** Turns pixels of the given size the right way up. */
  AffineTransform transform(int width, int height) {
    return switch (value) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }
}
