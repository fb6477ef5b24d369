package org.cscc.incidents.feed;

import org.jspecify.annotations.Nullable;

/**
 * A 64-bit fingerprint of the parts of a row (FNV-1a over the characters, then mixed as in
 * SplitMix64). Serves to see that a row is unchanged, not to hide anything.
 */
final class Fingerprint {
  private long state = 0xcbf29ce484222325L;

  Fingerprint add(@Nullable String part) {
    if (part != null) {
      for (int i = 0; i < part.length(); i++) {
        state = (state ^ part.charAt(i)) * 0x100000001b3L;
      }
    }
    state = (state ^ 0x1f) * 0x100000001b3L;
    return this;
  }

  Fingerprint add(long part) {
    state = (state ^ part) * 0x9e3779b97f4a7c15L;
    state ^= state >>> 29;
    return this;
  }

  Fingerprint add(@Nullable Double part) {
    return add(part == null ? Long.MIN_VALUE : Double.doubleToLongBits(part));
  }

  Fingerprint add(@Nullable Integer part) {
    return add(part == null ? Long.MIN_VALUE : part.longValue());
  }

  long value() {
    long mixed = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
