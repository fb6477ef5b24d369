package org.cscc.incidents;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.UUID;

/** Ids that grow with time (UUID version 7), so that new rows lie together in the index. */
final class TimeOrderedIds {
  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * Drawn some hundred at a time: the generator is asked once where it would be a hundred times.
   */
  private static final ByteBuffer DRAWN = ByteBuffer.allocate(4096).limit(0);

  private TimeOrderedIds() {}

  static synchronized UUID next() {
    if (!DRAWN.hasRemaining()) {
      RANDOM.nextBytes(DRAWN.array());
      DRAWN.clear();
    }
    long high = (System.currentTimeMillis() << 16) | 0x7000 | (DRAWN.getLong() & 0xfff);
    long low = (DRAWN.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
    return new UUID(high, low);
  }
}
