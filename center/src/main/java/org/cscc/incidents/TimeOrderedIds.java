package org.cscc.incidents;

import java.security.SecureRandom;
import java.util.UUID;

/** Ids that grow with time (UUID version 7), so that new rows lie together in the index. */
final class TimeOrderedIds {
  private static final SecureRandom RANDOM = new SecureRandom();

  private TimeOrderedIds() {}

  static UUID next() {
    long high = (System.currentTimeMillis() << 16) | 0x7000 | RANDOM.nextInt(0x1000);
    long low = (RANDOM.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
    return new UUID(high, low);
  }
}
