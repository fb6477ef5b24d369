package org.cscc.incidents;

/**
 * Which cases a file has named so far, as 64-bit fingerprints in an open table: 64 MiB for four
 * million at most. Two cases with one fingerprint, or a full table, make a case look as if it had
 * been named before, never the other way round.
 */
final class SeenRefs {
  private static final int MOST = 4_000_000;

  private long[] slots = new long[1 << 16];
  private int used;

  /** Remembers a case; whether it was surely not named before. */
  boolean first(String ref) {
    if (used >= MOST) {
      return false;
    }
    if (used > slots.length / 2) {
      grow();
    }
    return put(slots, fingerprint(ref));
  }

  private boolean put(long[] into, long fingerprint) {
    int mask = into.length - 1;
    int slot = (int) fingerprint & mask;
    while (into[slot] != 0) {
      if (into[slot] == fingerprint) {
        return false;
      }
      slot = (slot + 1) & mask;
    }
    into[slot] = fingerprint;
    used++;
    return true;
  }

  private void grow() {
    long[] larger = new long[slots.length * 2];
    used = 0;
    for (long fingerprint : slots) {
      if (fingerprint != 0) {
        put(larger, fingerprint);
      }
    }
    slots = larger;
  }

  /** FNV-1a, mixed as in SplitMix64; 0 marks a free slot and is no fingerprint. */
  private static long fingerprint(String ref) {
    long state = 0xcbf29ce484222325L;
    for (int i = 0; i < ref.length(); i++) {
      state = (state ^ ref.charAt(i)) * 0x100000001b3L;
    }
    state = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
    state ^= state >>> 27;
    return state == 0 ? 1 : state;
  }
}
