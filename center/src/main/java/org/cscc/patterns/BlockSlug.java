package org.cscc.patterns;

import java.util.Locale;

/** A block in an address: {@code 045XX S WENTWORTH AVE} is {@code 045xx-s-wentworth-ave}. */
final class BlockSlug {
  private BlockSlug() {}

  static String of(String block) {
    String words = block.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return words.replaceAll("^-|-$", "");
  }
}
