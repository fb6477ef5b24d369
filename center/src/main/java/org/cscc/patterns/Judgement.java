package org.cscc.patterns;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What may honestly be said about a number, in words that never depend on a colour. The sentence of
 * each is in the message bundle under {@link #key()}; it may name a p as its first argument.
 */
public enum Judgement {
  /** Not outside the range in which such counts usually fall. */
  WITHIN_USUAL,
  /** Above the usual range, and chance alone would rarely do it (exact p below .05). */
  MORE_THAN_USUAL,
  /** Below the usual range, and chance alone would rarely do it (exact p below .05). */
  FEWER_THAN_USUAL,
  /** The change could be chance. */
  NO_CLEAR_CHANGE,
  /** More than before, beyond what chance explains. */
  CLEAR_RISE,
  /** Fewer than before, beyond what chance explains. */
  CLEAR_FALL,
  /** Fewer than five events in all that is compared. */
  TOO_FEW,
  /** The records do not reach back far enough to compare with anything. */
  NOT_COVERED;

  /** Fewer events than this in everything compared, and nothing is judged. */
  static final int FEWEST = 5;

  /** Key of the words, such as {@code patterns.judgement.within-usual}. */
  public String key() {
    return "patterns.judgement." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether the number stands out; only then is it set in strong ink. */
  public boolean standsOut() {
    return switch (this) {
      case MORE_THAN_USUAL, FEWER_THAN_USUAL, CLEAR_RISE, CLEAR_FALL -> true;
      case WITHIN_USUAL, NO_CLEAR_CHANGE, TOO_FEW, NOT_COVERED -> false;
    };
  }

  /** A p as it is said: {@code = 0.031} or {@code < 0.001}; empty for none. */
  static String saidP(@Nullable Double p) {
    if (p == null) {
      return "";
    }
    return p < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "= %.3f", p);
  }
}
