package org.cscc.analysis;

/**
 * M-2: the weekly e-test of two counts, {@code z = 2 (sqrt(post) - sqrt(pre))} (Wheeler 2016,
 * Policing 10:375). Below {@code |z| = 3} nothing is claimed. Meant for a weekly display, not for
 * judging whether a program worked.
 *
 * @param pre count of the earlier window
 * @param post count of the later window of the same length
 * @param z the statistic
 * @param verdict what may be said
 * @param provenance method and settings
 */
public record WindowChange(long pre, long post, double z, Verdict verdict, Provenance provenance) {

  /** From this size on a change is called clear. */
  public static final double CLEAR = 3;

  /** What may be said about the change. */
  public enum Verdict {
    /** More than chance alone would explain. */
    CLEAR_RISE,
    /** Fewer than chance alone would explain. */
    CLEAR_FALL,
    /** Could be chance. */
    NO_CLEAR_CHANGE
  }

  /**
   * Compares two windows of the same length.
   *
   * @throws InvalidInput when a count is negative
   */
  public static WindowChange between(long pre, long post) {
    Require.nonNegative("pre", pre);
    Require.nonNegative("post", post);
    double z = 2 * (Math.sqrt((double) post) - Math.sqrt((double) pre));
    Verdict verdict =
        z >= CLEAR
            ? Verdict.CLEAR_RISE
            : z <= -CLEAR ? Verdict.CLEAR_FALL : Verdict.NO_CLEAR_CHANGE;
    return new WindowChange(
        pre,
        post,
        z,
        verdict,
        Provenance.of("Poisson e-test (Wheeler 2016)", pre + post, Caution.BURSTS)
            .with("clear_at", CLEAR));
  }
}
